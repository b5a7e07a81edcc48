import { multiplyDecimals, roundDecimal, sumDecimals } from '@/formats/decimal-text'
import { toMinorText, toPriceText, toWholeText } from '@/formats/exact-text'
import { type ListSource, withHint } from '@/formats/fields/list-reader'
import { itemNumbers } from '@/formats/json/amazon-values'
import { type AmazonOrder, type AmazonOrderItem, readAmazonOrders } from '@/formats/json/read-amazon-orders'
import type { ReadFile, StagedRow } from '@/formats/staged-row'
import type { PurchaseOrderLineValues, PurchaseOrderValues } from './purchase-order-values'

const BUYER_PAYS: ReadonlySet<string> = new Set(['CollectOnDelivery', 'PaidByBuyer'])

/**
 * Orders of the Amazon vendor API as rows of kind 'purchase-order'; null for other files. Source: selling partner API models, vendor orders v1.
 */
export function readAmazonJson(bytes: Uint8Array, source: ListSource): ReadFile | null {
  const { kind, orders, problems } = readAmazonOrders(bytes)
  if (kind !== 'orders') return null
  const read: ReadFile = {
    kind: 'amazon-order',
    rows: [],
    rejected: [],
    blank: 0,
    problems: [...problems],
    totals: { own: null, computed: null, currency: null },
  }
  for (const order of orders) {
    const row = stageOrder(order, source)
    if (row) read.rows.push(row)
    else read.rejected.push(unnumbered(order))
  }
  return read
}

function stageOrder(order: AmazonOrder, source: ListSource): StagedRow | null {
  if (order.number === null) return null
  const currency = order.items.find((item) => item.currency !== null)?.currency ?? null
  const values: PurchaseOrderValues = {
    number: order.number,
    orderedOn: order.day,
    currency,
    shipFrom: order.windowStart,
    shipBy: order.windowEnd,
    freightTerms: freightTerms(order.methodOfPayment),
    netDays: null,
    discountPpm: null,
    discountDays: null,
    carrier: /\b([A-Z]{2,4})\b(?!.*\b[A-Z]{2,4}\b)/.exec(order.shippingInstructions ?? '')?.[1] ?? null,
    shipToNumber: order.shipTo,
    statedTotalMinor: null,
    source: 'amazon',
    lines: order.items.map(stageItem),
  }
  values.statedTotalMinor = totalOf(order, currency)
  return { kind: 'purchase-order', position: order.position, values: withHint({ ...values }, source) }
}

function stageItem(item: AmazonOrderItem, index: number): PurchaseOrderLineValues {
  const pack = item.unitSize === null ? null : toWholeText(item.unitSize)
  return {
    ...itemNumbers(item, index),
    quantity: (item.ordered === null ? null : toWholeText(item.ordered)) ?? '0',
    unit: 'EA',
    priceMicros: item.netCost === null ? null : toPriceText(item.netCost),
    pack: pack === null ? null : Number(pack),
    position: item.position,
  }
}

function freightTerms(methodOfPayment: string | null): string | null {
  if (methodOfPayment === null) return null
  return BUYER_PAYS.has(methodOfPayment) ? 'collect' : 'prepaid'
}

/** The API states no total: quantities times net costs. Null where one of them is missing. */
function totalOf({ items }: AmazonOrder, currency: string | null): string | null {
  const amounts = items.map(({ ordered, netCost }) => (ordered === null || netCost === null ? null : multiplyDecimals(ordered, netCost)))
  if (amounts.includes(null)) return null
  return toMinorText(roundDecimal(sumDecimals(amounts.map((amount) => amount ?? '0')), 2), currency)
}

function unnumbered(order: AmazonOrder): ReadFile['rejected'][number] {
  const { position } = order
  const message = 'the order has no number'
  return {
    position,
    text: JSON.stringify(order).slice(0, 4000),
    problem: { position, field: 'purchaseOrderNumber', code: 'order-number-missing', message },
  }
}
