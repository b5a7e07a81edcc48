import type { CalendarDate } from '@/core/calendar-date'
import { multiplyDecimals, negateDecimal, roundDecimal, sumDecimals } from '@/formats/decimal-text'
import { dayOf, eachesOf, moneyOf } from './amazon-values'
import { type JsonValue, listAt, readJson, textAt, valueAt } from './read-json'

/** Decimal text; `allowances` positive where they lower the line. */
export type AmazonInvoiceItem = {
  readonly sequence: string | null
  readonly asin: string | null
  readonly vendorItem: string | null
  readonly poNumber: string | null
  readonly quantity: string | null
  readonly netCost: string | null
  readonly allowances: string
  readonly charges: string
  readonly position: string
}

export type AmazonInvoice = {
  readonly number: string | null
  readonly isCreditNote: boolean
  readonly day: CalendarDate | null
  readonly currency: string | null
  readonly total: string | null
  readonly netDays: string | null
  readonly discountPercent: string | null
  readonly discountDays: string | null
  readonly shipTo: string | null
  readonly taxes: string
  readonly allowances: string
  readonly charges: string
  readonly items: readonly AmazonInvoiceItem[]
  readonly position: string
}

/** Invoices that we submit through the Amazon vendor API; empty for other files. Source: selling partner API models, vendor invoices v1. */
export function readAmazonInvoices(bytes: Uint8Array): AmazonInvoice[] {
  const json = readJson(bytes)
  const payload = valueAt(json, 'payload') ?? json
  return listAt(payload, 'invoices').map((invoice, index) => readInvoice(invoice, `invoice ${index + 1}`))
}

function readInvoice(invoice: JsonValue, position: string): AmazonInvoice {
  const terms = valueAt(invoice, 'paymentTerms')
  const isCreditNote = textAt(invoice, 'invoiceType') === 'CreditNote'
  return {
    number: textAt(invoice, 'id'),
    isCreditNote,
    day: dayOf(textAt(invoice, 'date')),
    currency: textAt(invoice, 'invoiceTotal', 'currencyCode'),
    total: moneyOf(valueAt(invoice, 'invoiceTotal')),
    netDays: textAt(terms, 'netDueDays'),
    discountPercent: textAt(terms, 'discountPercent'),
    discountDays: textAt(terms, 'discountDueDays'),
    shipTo: textAt(invoice, 'shipToParty', 'partyId'),
    taxes: sumAt(invoice, 'taxDetails', 'taxAmount'),
    allowances: sumAt(invoice, 'allowanceDetails', 'allowanceAmount'),
    charges: sumAt(invoice, 'chargeDetails', 'chargeAmount'),
    items: listAt(invoice, 'items').map((item, index) => readItem(item, `${position} item ${index + 1}`)),
    position,
  }
}

function readItem(item: JsonValue, position: string): AmazonInvoiceItem {
  return {
    sequence: textAt(item, 'itemSequenceNumber'),
    asin: textAt(item, 'amazonProductIdentifier'),
    vendorItem: textAt(item, 'vendorProductIdentifier'),
    poNumber: textAt(item, 'purchaseOrderNumber'),
    quantity: eachesOf(valueAt(item, 'invoicedQuantity')),
    netCost: moneyOf(valueAt(item, 'netCost')),
    allowances: sumAt(item, 'allowanceDetails', 'allowanceAmount'),
    charges: sumAt(item, 'chargeDetails', 'chargeAmount'),
    position,
  }
}

function sumAt(from: JsonValue, list: string, field: string): string {
  return sumDecimals(listAt(from, list).map((detail) => moneyOf(valueAt(detail, field)) ?? '0'))
}

/** What the lines of an invoice make with its charges, allowances and taxes, decimal text; null where a line has no amount. */
export function invoiceValue({ items, taxes, allowances, charges }: AmazonInvoice): string | null {
  const lines = items.map(lineValue)
  if (lines.includes(null)) return null
  return sumDecimals([...lines.map((line) => line ?? '0'), taxes, charges, negateDecimal(allowances)])
}

/** Quantity × net cost, rounded to cents as invoices are, less allowances and plus charges. */
function lineValue({ quantity, netCost, allowances, charges }: AmazonInvoiceItem): string | null {
  if (quantity === null || netCost === null) return null
  return sumDecimals([roundDecimal(multiplyDecimals(quantity, netCost), 2), charges, negateDecimal(allowances)])
}
