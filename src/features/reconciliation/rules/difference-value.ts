/** How a side of a difference is written: a count, a unit price, days, a date or a word that has a text. */
export type DifferenceValue =
  | { type: 'quantity'; quantity: bigint }
  | { type: 'price'; micros: bigint }
  | { type: 'days'; days: number }
  | { type: 'date'; date: string }
  | { type: 'word'; word: string }

const WORDS: Readonly<Record<string, string>> = {
  'not billed': 'not-billed',
  'not shipped': 'not-shipped',
  'no delivery': 'no-delivery',
  'no sales order': 'no-sales-order',
  'no order': 'no-order',
  billed: 'billed',
  shipped: 'shipped',
  delivered: 'delivered',
  A: 'not-issued',
}

// What is missing as a whole is told by its count.
const COUNTED: ReadonlySet<string> = new Set(['quantity', 'salesOrder', 'order'])

/** Reads the stored text of one side; null where that side says nothing. Unit prices in millionths of the currency. */
export function readDifferenceValue(field: string, text: string | null): DifferenceValue | null {
  if (text === null) return null
  if (COUNTED.has(field) && /^-?\d+$/.test(text)) return { type: 'quantity', quantity: BigInt(text) }
  if ((field === 'price' || field === 'amount') && /^\d+(\.\d{1,6})?$/.test(text)) return { type: 'price', micros: microsOf(text) }
  if (field === 'netDays' && /^\d+$/.test(text)) return { type: 'days', days: Number(text) }
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { type: 'date', date: text }
  return { type: 'word', word: WORDS[text] ?? text }
}

/** What the other side has more (or, negative, less) than SAP; null where the two cannot be subtracted. */
export function differenceBetween(sap: DifferenceValue | null, other: DifferenceValue | null): DifferenceValue | null {
  if (sap?.type === 'quantity' && other?.type === 'quantity') return { type: 'quantity', quantity: other.quantity - sap.quantity }
  if (sap?.type === 'price' && other?.type === 'price') return { type: 'price', micros: other.micros - sap.micros }
  if (sap?.type === 'days' && other?.type === 'days') return { type: 'days', days: other.days - sap.days }
  return null
}

function microsOf(text: string): bigint {
  const [whole = '0', fraction = ''] = text.split('.')
  return BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0'))
}
