import { parseScaled } from '@/core/money'
import { isZeroDecimal, subtractDecimals } from '@/formats/decimal-text'
import { toMinorText, toPriceText, toWholeText } from '@/formats/exact-text'
import { type ListSource, withHint } from '@/formats/fields/list-reader'
import { itemNumbers } from '@/formats/json/amazon-values'
import { type AmazonInvoice, type AmazonInvoiceItem, invoiceValue, readAmazonInvoices } from '@/formats/json/read-amazon-invoices'
import type { ReadFile } from '@/formats/staged-row'

/** Invoices as we submit them through the Amazon vendor API, as rows of kind 'sent-invoice'; null for other files. */
export function readAmazonInvoiceFile(bytes: Uint8Array, source: ListSource): ReadFile | null {
  const invoices = readAmazonInvoices(bytes)
  if (invoices.length === 0) return null
  const read: ReadFile = {
    kind: 'amazon-invoice',
    rows: [],
    rejected: [],
    blank: 0,
    problems: [],
    totals: { own: null, computed: null, currency: null },
  }
  for (const invoice of invoices) {
    const { position, number, total } = invoice
    const totalMinor = toMinorText(total, invoice.currency)
    const reject = (field: string, code: string, message: string) =>
      read.rejected.push({ position, text: JSON.stringify(invoice).slice(0, 4000), problem: { position, field, code, message } })
    if (number === null) reject('id', 'invoice-number-missing', 'the invoice has no number')
    else if (totalMinor === null) reject('invoiceTotal', 'total-missing', 'the invoice has no total')
    else {
      read.rows.push({ kind: 'sent-invoice', position, values: withHint(valuesOf(invoice, totalMinor), source) })
      const computed = invoiceValue(invoice)
      if (computed !== null && !isZeroDecimal(subtractDecimals(total ?? '0', computed)))
        read.problems.push({
          position,
          field: 'invoiceTotal',
          code: 'total-differs',
          message: `invoice ${number} states ${total}, its items make ${computed}`,
        })
    }
  }
  return read
}

function valuesOf(invoice: AmazonInvoice, totalMinor: string) {
  const percent = invoice.discountPercent === null ? null : parseScaled(invoice.discountPercent, 4)
  const isDiscount = percent !== null && percent > 0n && percent <= 1_000_000n
  return {
    number: invoice.number,
    invoicedOn: invoice.day,
    currency: invoice.currency,
    poNumber: invoice.items[0]?.poNumber ?? null,
    netDays: wholeNumber(invoice.netDays),
    discountPpm: isDiscount ? Number(percent) : null,
    discountDays: isDiscount ? wholeNumber(invoice.discountDays) : null,
    totalMinor: invoice.isCreditNote && !totalMinor.startsWith('-') && totalMinor !== '0' ? `-${totalMinor}` : totalMinor,
    carrier: null,
    bol: null,
    lines: invoice.items.map((item, index) => lineOf(item, index, invoice.currency)),
  }
}

function lineOf(item: AmazonInvoiceItem, index: number, currency: string | null) {
  return {
    ...itemNumbers(item, index),
    quantity: toWholeText(item.quantity ?? '') ?? '0',
    unit: 'EA',
    priceMicros: item.netCost === null ? null : toPriceText(item.netCost),
    allowanceMinor: toMinorText(item.allowances, currency) ?? '0',
    agreementNumber: null,
    position: item.position,
  }
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,4}$/.test(text) ? Number(text) : null
}
