import type { CalendarDate } from '@/core/calendar-date'
import { dayOf, eachesOf } from './amazon-values'
import { type JsonValue, listAt, readJson, textAt, valueAt } from './read-json'

export type AmazonShipmentItem = {
  readonly poNumber: string | null
  readonly sequence: string | null
  readonly asin: string | null
  readonly vendorItem: string | null
  /** Decimal text in eaches. */
  readonly shipped: string | null
  readonly position: string
}

export type AmazonShipment = {
  readonly number: string | null
  readonly sentAt: string | null
  readonly shippedOn: CalendarDate | null
  readonly expectedOn: CalendarDate | null
  readonly carrier: string | null
  readonly bol: string | null
  readonly pro: string | null
  readonly shipTo: string | null
  readonly cartons: string | null
  readonly ssccs: readonly string[]
  readonly items: readonly AmazonShipmentItem[]
  readonly position: string
}

/**
 * Shipments of the Amazon vendor API: confirmations as we send them and details as Amazon gives them back; empty for other
 * files. Source: selling partner API models, vendor shipments v1.
 */
export function readAmazonShipments(bytes: Uint8Array): AmazonShipment[] {
  const json = readJson(bytes)
  const payload = valueAt(json, 'payload') ?? json
  const lists = [listAt(payload, 'shipmentConfirmations'), listAt(payload, 'shipments')]
  return lists.flat().map((shipment, index) => readShipment(shipment, `shipment ${index + 1}`))
}

function readShipment(shipment: JsonValue, position: string): AmazonShipment {
  const transport = valueAt(shipment, 'transportationDetails')
  const cartons = listAt(shipment, 'cartons')
  const pallets = listAt(shipment, 'pallets')
  const orders = listAt(shipment, 'purchaseOrders')
  const nested = orders.flatMap((order) => listAt(order, 'items').map((item) => ({ item, poNumber: textAt(order, 'purchaseOrderNumber') })))
  const own = listAt(shipment, 'shippedItems').map((item) => ({ item, poNumber: null }))
  const items = (own.length > 0 ? own : nested).map(({ item, poNumber }, index) =>
    readItem(item, poNumber, `${position} item ${index + 1}`),
  )
  return {
    number: textAt(shipment, 'shipmentIdentifier') ?? textAt(shipment, 'vendorShipmentIdentifier'),
    sentAt: textAt(shipment, 'shipmentConfirmationDate') ?? textAt(shipment, 'shipmentConfirmDate') ?? textAt(shipment, 'transactionDate'),
    shippedOn: dayOf(textAt(shipment, 'shippedDate') ?? textAt(shipment, 'importDetails', 'shipDate')),
    expectedOn: dayOf(textAt(shipment, 'estimatedDeliveryDate') ?? textAt(transport, 'estimatedDeliveryDate')),
    carrier: textAt(transport, 'carrierScac') ?? textAt(shipment, 'collectFreightPickupDetails', 'carrierScac'),
    bol: textAt(transport, 'billOfLadingNumber') ?? textAt(shipment, 'amazonReferenceNumber'),
    pro: textAt(transport, 'carrierShipmentReferenceNumber'),
    shipTo: textAt(shipment, 'shipToParty', 'partyId'),
    cartons: textAt(shipment, 'shipmentMeasurements', 'cartonCount') ?? (cartons.length > 0 ? String(cartons.length) : null),
    ssccs: [...cartons, ...pallets].flatMap(identifiersOf),
    items,
    position,
  }
}

function identifiersOf(container: JsonValue): string[] {
  const named = [...listAt(container, 'cartonIdentifiers'), ...listAt(container, 'palletIdentifiers')]
  return named
    .filter((identifier) => textAt(identifier, 'containerIdentificationType') === 'SSCC')
    .flatMap((identifier) => textAt(identifier, 'containerIdentificationNumber') ?? [])
}

function readItem(item: JsonValue, poNumber: string | null, position: string): AmazonShipmentItem {
  return {
    poNumber: poNumber ?? textAt(item, 'itemDetails', 'purchaseOrderNumber') ?? textAt(item, 'purchaseOrderNumber'),
    sequence: textAt(item, 'itemSequenceNumber'),
    asin: textAt(item, 'amazonProductIdentifier') ?? textAt(item, 'buyerProductIdentifier'),
    vendorItem: textAt(item, 'vendorProductIdentifier'),
    shipped: eachesOf(valueAt(item, 'shippedQuantity')),
    position,
  }
}
