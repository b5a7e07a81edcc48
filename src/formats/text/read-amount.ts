/** How a column writes numbers: 1,234.56 · 1.234,56 · 1 234,56 · or not to be told from its values. */
export type NumberDialect = 'point' | 'comma' | 'space-comma' | 'ambiguous'

const BLANK = '[ \\u00a0\\u2009\\u202f]'
// Known codes only: any three letters would make an amount of 'RGA240008'.
const CODES =
  'USD|EUR|CNY|CNH|RMB|GBP|CAD|MXN|JPY|CHF|HKD|AUD|NZD|SGD|TWD|KRW|INR|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|BRL|ARS|CLP|COP|PEN|ZAR|TRY|ILS|AED|SAR|THB|MYR|IDR|PHP|VND|RUB|UAH|DEM'
const CURRENCY = `(?:${CODES}|(?:US|CA|AU|C|A|HK|NT)?\\$|€|£|¥|元|R\\$|RMB¥?|CN¥|Fr\\.?)`
const LEADING = new RegExp(`^${CURRENCY}${BLANK}*`)
const TRAILING = new RegExp(`${BLANK}*${CURRENCY}$`)

/** The side of an account: credits lower what is owed. German ledgers print H and S behind the cents. */
const SIDE = /^(CR|DR)\.?\s*(.*\d.*)$|^(.*\d.*?)\s*(CR|DR)\.?$|^(.*[.,]\d{2})\s+([HS])$/i
// Longer text is no amount; the bound keeps hostile cells cheap.
const LENGTH_MAX = 80

type Parts = { body: string; isNegative: boolean }

/**
 * Reads one amount in the dialect of its column as plain decimal text ('-1234.50'); nothing is rounded.
 * Takes signs in front or behind, brackets, CR and DR, currency signs or codes, check-protection stars. Null for a blank,
 * a dash, a mask such as 'xx.xx' or anything else that is no amount in this dialect. In an ambiguous column only
 * values that read the same either way are read.
 */
export function readAmount(text: string, dialect: NumberDialect): string | null {
  const parts = stripDress(text)
  if (parts === null) return null
  if (dialect === 'ambiguous') {
    const readings = new Set([readBody(parts.body, 'point'), readBody(parts.body, 'comma'), readBody(parts.body, 'space-comma')])
    readings.delete(null)
    const [only] = readings
    return readings.size === 1 && only !== undefined && only !== null ? signed(only, parts.isNegative) : null
  }
  const value = readBody(parts.body, dialect)
  return value === null ? null : signed(value, parts.isNegative)
}

/**
 * Decides from all values of a column how it writes numbers. Values that fit several dialects ('1.234', '12') prove
 * nothing; contradicting proofs give 'ambiguous'. `hint` (the dialect of the file's other columns, or what this source
 * used last time) settles a column without proof, never one with a contradiction. Columns of whole numbers are 'point'.
 */
export function decideNumberDialect(values: readonly string[], hint: NumberDialect = 'ambiguous'): NumberDialect {
  const evidence = new NumberEvidence()
  for (const value of values) evidence.add(value)
  return evidence.decide(hint)
}

/** What the values of a column, seen one after the other, say about how it writes numbers. */
export class NumberEvidence {
  /** Values that are not blank, those of them that are amounts, and of these the negative ones. */
  count = 0
  amounts = 0
  negatives = 0
  readonly #proven = new Set<NumberDialect>()
  #isOpen = false
  #hasSeparator = false

  /** True when the value says more than those before. */
  add(value: string): boolean {
    if (value === '') return false
    this.count += 1
    // Plain values without thousands are most of every list, and the first of them proves what all of them do.
    if (this.#proven.has('point') && /^\d+\.\d\d?$/.test(value)) {
      this.amounts += 1
      return false
    }
    const said = `${this.#hasSeparator} ${this.#isOpen} ${this.#proven.size}`
    if (!this.#hasSeparator && /[.,]/.test(value)) this.#hasSeparator = true
    const parts = stripDress(value)
    if (parts !== null) this.amounts += 1
    if (parts !== null && isBelowZero(parts)) this.negatives += 1
    const proof = parts === null ? null : proofOf(parts.body)
    if (proof === 'either') this.#isOpen = true
    else if (proof !== null) this.#proven.add(proof)
    return said !== `${this.#hasSeparator} ${this.#isOpen} ${this.#proven.size}`
  }

  /** What the values themselves prove; bare whole numbers are read as 'point' but prove nothing. */
  provenDialect(): NumberDialect | null {
    const dialect = this.decide()
    return this.count === 0 || dialect === 'ambiguous' || (dialect === 'point' && !this.#hasSeparator) ? null : dialect
  }

  decide(hint: NumberDialect = 'ambiguous'): NumberDialect {
    if (this.#proven.has('point')) return this.#proven.size === 1 ? 'point' : 'ambiguous'
    if (this.#proven.has('space-comma')) return 'space-comma'
    if (this.#proven.has('comma')) return 'comma'
    if (hint !== 'ambiguous') return hint
    return this.#isOpen ? 'ambiguous' : 'point'
  }
}

/** Whether an amount is negative, whatever its dialect; null when the text is none. */
export function isNegativeAmount(text: string): boolean | null {
  const parts = stripDress(text)
  return parts === null ? null : isBelowZero(parts)
}

function isBelowZero({ body, isNegative }: Parts): boolean {
  return isNegative && /[1-9]/.test(body)
}

/** True when the text is an amount in at least one dialect: tells number columns from text columns. */
export function looksLikeAmount(text: string): boolean {
  const parts = stripDress(text)
  if (parts === null) return false
  return readBody(parts.body, 'point') !== null || readBody(parts.body, 'comma') !== null || readBody(parts.body, 'space-comma') !== null
}

function stripDress(text: string): Parts | null {
  if (text.length > LENGTH_MAX) return null
  // Most cells wear no dress.
  if (/^-?[\d.,]*\d[\d.,]*$/.test(text))
    return text.startsWith('-') ? { body: text.slice(1), isNegative: true } : { body: text, isNegative: false }
  let body = text.normalize('NFKC').replace(/[\u2212\u2012\u2013\uFE63]/g, '-')
  body = body.replace(/^[\s\u00a0']+|[\s\u00a0]+$/g, '').replace(/^\*+|\*+$/g, '')
  let negatives = 0
  let signs = 0
  // Dress comes in any order: '-$5', '$-5', '($5)', '5- USD', '5 USD-'.
  for (let pass = 0; pass < 4; pass++) {
    const before = body
    body = body.replace(LEADING, '').replace(TRAILING, '').trim()
    if (/^\(.*\)$/.test(body)) {
      body = body.slice(1, -1).trim()
      negatives++
      signs++
    }
    const sign = /^([+-])\s*(.*)$/.exec(body) ?? /^()(.*?)\s*([+-])$/.exec(body)
    if (sign) {
      body = sign[2] ?? ''
      signs++
      if (sign[1] === '-' || sign[3] === '-') negatives++
    }
    const side = SIDE.exec(body)
    if (side) {
      body = side[2] ?? side[3] ?? side[5] ?? ''
      signs++
      if (/^[CH]/i.test(side[1] ?? side[4] ?? side[6] ?? '')) negatives++
    }
    if (body === before) break
  }
  if (signs > 1 || !/^[\d.,' \u2019\u00a0\u2009\u202f]+$/.test(body) || !/\d/.test(body)) return null
  return { body, isNegative: negatives === 1 }
}

const HAS_BLANK = new RegExp(BLANK)
const GROUPED_POINT = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/
const GROUPED_INDIAN = /^[1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d*)?$/
const GROUPED_SWISS = /^[1-9]\d{0,2}(?:['\u2019]\d{3})+(?:\.\d*)?$/
const GROUPED_SPACE_POINT = new RegExp(`^[1-9]\\d{0,2}(?:${BLANK}\\d{3})+(?:\\.\\d*)?$`)
const GROUPED_COMMA = /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d*)?$/
const GROUPED_SPACE_COMMA = new RegExp(`^[1-9]\\d{0,2}(?:${BLANK}\\d{3})+(?:,\\d*)?$`)
const PLAIN_POINT = /^\d*(?:\.\d*)?$/
const PLAIN_COMMA = /^\d*(?:,\d*)?$/

function readBody(body: string, dialect: Exclude<NumberDialect, 'ambiguous'>): string | null {
  if (dialect === 'point') {
    const isPoint = [PLAIN_POINT, GROUPED_POINT, GROUPED_INDIAN, GROUPED_SWISS, GROUPED_SPACE_POINT].some((form) => form.test(body))
    return isPoint ? plain(body.replace(/[^\d.]/g, '')) : null
  }
  const grouped = dialect === 'comma' ? GROUPED_COMMA : GROUPED_SPACE_COMMA
  const isComma = PLAIN_COMMA.test(body) || grouped.test(body)
  return isComma ? plain(body.replace(/[^\d,]/g, '').replace(',', '.')) : null
}

/** The dialect a value proves; 'either' when it has a separator that two dialects read differently; null when it says nothing. */
function proofOf(body: string): NumberDialect | 'either' | null {
  if (/^\d+$/.test(body)) return null
  const point = readBody(body, 'point')
  const comma = readBody(body, 'comma')
  const space = readBody(body, 'space-comma')
  if (HAS_BLANK.test(body)) return space !== null && (point === null || point === space) ? 'space-comma' : point !== null ? 'point' : null
  if (point !== null && comma !== null) return point === comma ? null : 'either'
  if (point !== null) return 'point'
  if (comma !== null) return 'comma'
  return null
}

function plain(text: string): string {
  const [whole = '', fraction = ''] = text.split('.')
  const digits = whole.replace(/^0+(?=\d)/, '') || '0'
  return fraction === '' ? digits : `${digits}.${fraction}`
}

function signed(value: string, isNegative: boolean): string {
  return isNegative && /[1-9]/.test(value) ? `-${value}` : value
}
