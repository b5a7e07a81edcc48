/** How the figure of an arithmetic step is written. */
export type StepFigure =
  | { type: 'price'; micros: bigint }
  | { type: 'quantity'; quantity: bigint }
  | { type: 'money'; minor: bigint }
  | { type: 'days'; days: number }
  | { type: 'date'; date: string }
  | { type: 'percent'; ppm: number }
  | { type: 'word'; word: string }
  | { type: 'text'; text: string }

// Names of steps and fields by what they hold.
const PRICES = ['agreed-price', 'agreed-as-well', 'ordered-price', 'entered-price', 'changed-price', 'price']
const QUANTITIES = [
  'quantity',
  'ordered',
  'entered',
  'case-pack',
  'stated-pack',
  'full-cases',
  'minimum',
  'unit-limit',
  'changed-quantity',
  'changed-by',
]
const AMOUNTS = [
  'order-value',
  'minimum-value',
  'former-value',
  'sum-of-lines',
  'stated-total',
  'total',
  'agreed-allowance',
  'stated-allowance',
  'allowance',
]
const DAYS = [
  'agreed-terms',
  'ordered-terms',
  'net-days',
  'lead-days',
  'days-lost',
  'agreed-discount-days',
  'ordered-discount-days',
  'discount-days',
]
const PERCENTAGES = ['fine-percent', 'cost-of-year', 'agreed-discount', 'ordered-discount', 'discount-lost', 'discount']
const DATES = ['ordered-on', 'ship-from', 'ship-by', 'promotion-from', 'promotion-to', 'listed-from', 'listed-to']
/** Words of our own, which every language says in its way. */
const WORDS = ['item-status', 'status', 'credit']

/** Reads the stored text of a step or field by its name; null where nothing is stored. Unit prices in millionths of the currency. */
export function readStepFigure(step: string, text: string | null): StepFigure | null {
  if (text === null) return null
  if (PRICES.includes(step) && /^\d+(\.\d{1,6})?$/.test(text)) {
    const [whole = '0', fraction = ''] = text.split('.')
    return { type: 'price', micros: BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0')) }
  }
  if (QUANTITIES.includes(step) && /^-?\d+$/.test(text)) return { type: 'quantity', quantity: BigInt(text) }
  if (AMOUNTS.includes(step) && /^-?\d+$/.test(text)) return { type: 'money', minor: BigInt(text) }
  if (DAYS.includes(step) && /^\d+$/.test(text)) return { type: 'days', days: Number(text) }
  if (DATES.includes(step) && /^\d{4}-\d\d-\d\d$/.test(text)) return { type: 'date', date: text }
  if (PERCENTAGES.includes(step) && /^\d+$/.test(text)) return { type: 'percent', ppm: Number(text) }
  if (WORDS.includes(step)) return { type: 'word', word: text }
  return { type: 'text', text }
}
