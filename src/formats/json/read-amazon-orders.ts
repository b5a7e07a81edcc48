import type { CalendarDate } from '@/core/calendar-date'
import type { Problem } from '@/core/problem'
import { dayOf, eachesOf, isDecimal } from './amazon-values'
import { type JsonValue, listAt, readJson, textAt, valueAt } from './read-json'

/** Quantities are decimal text in eaches: cases are multiplied by their unit size. Null where the file says nothing. */
export type AmazonOrderItem = {
  readonly sequence: string | null
  readonly asin: string | null
  readonly vendorItem: string | null
  readonly ordered: string | null
  readonly accepted: string | null
  readonly rejected: string | null
  readonly received: string | null
  /** 'ACCEPTED', 'PARTIALLY_ACCEPTED', 'REJECTED', 'UNCONFIRMED'; null in orders. */
  readonly confirmation: string | null
  /** Last day on which goods of the item were received. */
  readonly receivedOn: CalendarDate | null
  /** Net cost of one each, decimal text. */
  readonly netCost: string | null
  readonly currency: string | null
  /** Eaches per case of the item. */
  readonly unitSize: string | null
  readonly position: string
}

export type AmazonOrder = {
  readonly number: string | null
  readonly state: string | null
  readonly day: CalendarDate | null
  /** When a status report last changed. */
  readonly changedOn: CalendarDate | null
  readonly windowStart: CalendarDate | null
  readonly windowEnd: CalendarDate | null
  readonly buyer: string | null
  readonly seller: string | null
  readonly shipTo: string | null
  /** Who pays the carrier, in the words of the API: 'CollectOnDelivery', 'PaidByBuyer', 'PrepaidBySeller' … */
  readonly methodOfPayment: string | null
  readonly shippingInstructions: string | null
  readonly items: readonly AmazonOrderItem[]
  readonly position: string
}

export type AmazonOrders = {
  readonly kind: 'orders' | 'status' | null
  readonly orders: readonly AmazonOrder[]
  readonly problems: readonly Problem[]
}

/**
 * Reads purchase orders and purchase order status of the Amazon vendor API, with or without the `payload` around them.
 * Source: selling partner API models, vendor orders v1.
 */
export function readAmazonOrders(bytes: Uint8Array): AmazonOrders {
  const json = readJson(bytes)
  const payload = valueAt(json, 'payload') ?? json
  const problems: Problem[] = []
  for (const kind of ['orders', 'status'] as const) {
    const list = listAt(payload, kind === 'orders' ? 'orders' : 'ordersStatus')
    if (list.length === 0) continue
    return { kind, orders: list.map((order, index) => readOrder(order, `order ${index + 1}`, problems)), problems }
  }
  const isEmpty = Array.isArray(valueAt(payload, 'orders')) || Array.isArray(valueAt(payload, 'ordersStatus'))
  if (!isEmpty) problems.push({ position: 'order 1', field: 'orders', code: 'not-amazon-orders', message: 'no list of orders' })
  return { kind: null, orders: [], problems }
}

function readOrder(order: JsonValue, position: string, problems: Problem[]): AmazonOrder {
  // Orders keep their facts under orderDetails, status reports beside the number.
  const details = valueAt(order, 'orderDetails') ?? order
  const [start = null, end = null] = (textAt(details, 'deliveryWindow') ?? textAt(order, 'deliveryWindow') ?? '').split('--')
  const nested = listAt(details, 'items')
  const items = nested.length > 0 ? nested : [...listAt(order, 'items'), ...listAt(order, 'itemStatus')]
  return {
    number: textAt(order, 'purchaseOrderNumber'),
    state: textAt(order, 'purchaseOrderState') ?? textAt(order, 'purchaseOrderStatus'),
    day: dayOf(textAt(details, 'purchaseOrderDate')),
    changedOn: dayOf(textAt(order, 'lastUpdatedDate')),
    windowStart: dayOf(start),
    windowEnd: dayOf(end),
    buyer: textAt(details, 'buyingParty', 'partyId'),
    seller: textAt(details, 'sellingParty', 'partyId'),
    shipTo: textAt(details, 'shipToParty', 'partyId'),
    methodOfPayment: textAt(details, 'importDetails', 'methodOfPayment'),
    shippingInstructions: textAt(details, 'importDetails', 'shippingInstructions'),
    items: items.map((item, index) => readItem(item, `${position} item ${index + 1}`, problems)),
    position,
  }
}

function readItem(item: JsonValue, position: string, problems: Problem[]): AmazonOrderItem {
  const report = (field: string, message: string) => problems.push({ position, field, code: 'amount-unreadable', message })
  const netCost = textAt(item, 'netCost', 'amount')
  if (netCost !== null && !isDecimal(netCost)) report('netCost', `${netCost} is no amount`)
  const ordered = valueAt(item, 'orderedQuantity', 'orderedQuantity') ?? valueAt(item, 'orderedQuantity')
  const unitSize = textAt(ordered, 'unitSize')
  const eaches = (field: string, quantity: JsonValue) => {
    const read = eachesOf(quantity, unitSize)
    if (read === null && textAt(quantity, 'amount') !== null) report(field, `${textAt(quantity, 'amount')} is no quantity of eaches`)
    return read
  }
  return {
    sequence: textAt(item, 'itemSequenceNumber'),
    asin: textAt(item, 'amazonProductIdentifier') ?? textAt(item, 'buyerProductIdentifier'),
    vendorItem: textAt(item, 'vendorProductIdentifier'),
    ordered: eaches('orderedQuantity', ordered),
    accepted: eaches('acceptedQuantity', valueAt(item, 'acknowledgementStatus', 'acceptedQuantity')),
    rejected: eaches('rejectedQuantity', valueAt(item, 'acknowledgementStatus', 'rejectedQuantity')),
    received: eaches('receivedQuantity', valueAt(item, 'receivingStatus', 'receivedQuantity')),
    confirmation: textAt(item, 'acknowledgementStatus', 'confirmationStatus'),
    receivedOn: dayOf(textAt(item, 'receivingStatus', 'lastReceiveDate')),
    netCost: netCost !== null && isDecimal(netCost) ? netCost : null,
    currency: textAt(item, 'netCost', 'currencyCode'),
    unitSize,
    position,
  }
}
