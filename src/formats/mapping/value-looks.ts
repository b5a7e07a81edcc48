/** What the values of a column look like, beyond date and amount: evidence for what the column means. */
export type ValueLook = 'upc' | 'currency' | 'asin' | 'claim' | 'percent' | 'sentence' | 'unique'

const CURRENCIES = new Set(['USD', 'EUR', 'CNY', 'RMB', 'GBP', 'CAD', 'MXN', 'JPY', 'CHF', 'HKD', 'AUD', 'SEK', 'PLN', 'INR', 'BRL'])
const ENOUGH = 0.9

/** Names what nearly all values of a column are. `rows` is how many rows have a value: all different ones are numbers of documents. */
export function valueLooks(values: readonly string[], rows: number): ValueLook[] {
  if (values.length === 0) return []
  const isMost = (test: (value: string) => boolean) => values.filter(test).length >= values.length * ENOUGH
  const looks: ValueLook[] = []
  if (isMost(isBarCode)) looks.push('upc')
  if (isMost((value) => CURRENCIES.has(value.toUpperCase()))) looks.push('currency')
  if (isMost((value) => /^B0[0-9A-Z]{8}$/.test(value))) looks.push('asin')
  if (isMost((value) => /^\d+(?:[.,]\d+)?\s*%$/.test(value))) looks.push('percent')
  if (isMost((value) => /^[A-Z]{1,5}[-_ ]?\d{4,}(?:[-_/]\w{1,6})?$/i.test(value))) looks.push('claim')
  if (isMost((value) => value.length >= 12 && /\s|\p{Script=Han}{4}/u.test(value))) looks.push('sentence')
  if (rows >= 2 && values.length === rows) looks.push('unique')
  return looks
}

/** UPC-A, EAN-13 or GTIN-14 with a right check digit. Source: GS1 general specifications, section 7.9. */
function isBarCode(value: string): boolean {
  if (!/^(?:\d{12,14})$/.test(value)) return false
  const digits = [...value.padStart(14, '0')].map(Number)
  const sum = digits.slice(0, 13).reduce((total, digit, place) => total + digit * (place % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10 === digits[13]
}
