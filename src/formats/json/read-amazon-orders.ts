import { type CalendarDate, parseCalendarDate } from '@/core/calendar-date'
import type { Problem } from '@/core/problem'
import { multiplyDecimals } from '@/formats/decimal-text'
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
  return {
    sequence: textAt(item, 'itemSequenceNumber'),
    asin: textAt(item, 'amazonProductIdentifier') ?? textAt(item, 'buyerProductIdentifier'),
    vendorItem: textAt(item, 'vendorProductIdentifier'),
    ordered: eachesOf(ordered),
    accepted: eachesOf(valueAt(item, 'acknowledgementStatus', 'acceptedQuantity')),
    rejected: eachesOf(valueAt(item, 'acknowledgementStatus', 'rejectedQuantity')),
    received: eachesOf(valueAt(item, 'receivingStatus', 'receivedQuantity')),
    netCost: netCost !== null && isDecimal(netCost) ? netCost : null,
    currency: textAt(item, 'netCost', 'currencyCode'),
    unitSize: textAt(ordered, 'unitSize'),
    position,
  }
}

function eachesOf(quantity: JsonValue): string | null {
  const amount = textAt(quantity, 'amount')
  if (amount === null || !isDecimal(amount)) return null
  const unitSize = textAt(quantity, 'unitSize')
  const isCases = textAt(quantity, 'unitOfMeasure') === 'Cases'
  return isCases && unitSize !== null && isDecimal(unitSize) ? multiplyDecimals(amount, unitSize) : amount
}

function dayOf(text: string | null): CalendarDate | null {
  return text === null ? null : parseCalendarDate(text.slice(0, 10))
}

function isDecimal(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text)
}
