import type { NumberFormat } from './read-styles'

/** A number as text, and what had to be said about it: 'rounded' binary noise, 'lost-digits' beyond what a double holds, 'no-date'. */
export type ShownNumber = { text: string; note: 'rounded' | 'lost-digits' | 'no-date' | null }

const DIGITS_KEPT = 15
const DAY_SECONDS = 86_400

/**
 * Turns the number of a cell into text: exponents written out, binary noise beyond 15 digits rounded away as spreadsheet
 * programs do, dates of either day system as YYYY-MM-DD (with a time if there is one), ids padded to their format.
 */
export function showNumber(raw: string, format: NumberFormat, usesDates1904: boolean): ShownNumber {
  if (format.kind === 'plain' && isShownAsIs(raw)) return { text: raw, note: null }
  const exact = expand(raw)
  if (exact === null) return { text: raw.trim(), note: null }
  if (format.kind === 'date') return showDate(exact, usesDates1904)
  const { text, isRounded, hasLost } = keepDigits(exact)
  const note = hasLost ? 'lost-digits' : isRounded ? 'rounded' : null
  if (format.kind === 'percent') return { text: `${shifted(text, 2)}%`, note }
  if (format.kind === 'zeros' && /^\d+$/.test(text)) return { text: text.padStart(format.digits, '0'), note }
  return { text, note }
}

/** Most numbers are shown as they are stored: few digits, no exponent, no needless zeros. What both ways read, they read alike. */
function isShownAsIs(raw: string): boolean {
  const isNegative = raw.charCodeAt(0) === 45
  const first = isNegative ? 1 : 0
  if (raw.length - first > DIGITS_KEPT || raw.length === first) return false
  let point = -1
  for (let at = first; at < raw.length; at++) {
    const code = raw.charCodeAt(at)
    if (code === 46 && point < 0 && at > first) point = at
    else if (code < 48 || code > 57) return false
  }
  const whole = point < 0 ? raw.length - first : point - first
  if (whole > 1 && raw.charCodeAt(first) === 48) return false
  if (point >= 0) return raw.charCodeAt(raw.length - 1) !== 48 && point < raw.length - 1
  return !(isNegative && raw.charCodeAt(first) === 48)
}

/** Plain decimal text of '1.5E+3', '12', '.5'; null when it is no number. */
function expand(raw: string): string | null {
  const match = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,3}))?$/.exec(raw.trim())
  if (!match || (match[2] === '' && match[3] === '')) return null
  const sign = match[1] === '-' ? '-' : ''
  return normal(sign, match[2] ?? '', match[3] ?? '', Number(match[4] ?? 0))
}

/** sign, digits before and after the point, and how far the point moves right. */
function normal(sign: string, whole: string, fraction: string, move: number): string {
  const digits = whole + fraction
  const point = whole.length + move
  const before = point <= 0 ? '0' : digits.slice(0, point).padEnd(point, '0')
  const after = point <= 0 ? '0'.repeat(-point) + digits : digits.slice(point)
  const left = before.replace(/^0+(?=\d)/, '')
  const right = after.replace(/0+$/, '')
  const text = right === '' ? left : `${left}.${right}`
  return text === '0' ? text : sign + text
}

function shifted(text: string, places: number): string {
  const sign = text.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = text.replace('-', '').split('.')
  return normal(sign, whole, fraction, places)
}

function keepDigits(text: string): { text: string; isRounded: boolean; hasLost: boolean } {
  const sign = text.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = text.replace('-', '').split('.')
  const significant = (whole + fraction).replace(/^0+/, '').length
  const wholeDigits = whole.replace(/^0+/, '').length
  // Ids this long have lost their last digits before they came here.
  if (wholeDigits > DIGITS_KEPT) return { text, isRounded: false, hasLost: true }
  if (significant <= DIGITS_KEPT) return { text, isRounded: false, hasLost: false }
  const keep = fraction.length - (significant - DIGITS_KEPT)
  const scaled = BigInt(whole + fraction.slice(0, keep)) + (Number(fraction[keep] ?? '0') >= 5 ? 1n : 0n)
  const digits = scaled.toString().padStart(keep + 1, '0')
  return {
    text: normal(sign, digits.slice(0, digits.length - keep), digits.slice(digits.length - keep), 0),
    isRounded: true,
    hasLost: false,
  }
}

function showDate(text: string, usesDates1904: boolean): ShownNumber {
  const [whole = '0', fraction = ''] = text.split('.')
  const serial = Number(whole)
  const seconds = Math.round(Number(`0.${fraction || '0'}`) * DAY_SECONDS)
  const days = seconds === DAY_SECONDS ? serial + 1 : serial
  const clock = seconds % DAY_SECONDS === 0 ? '' : clockText(seconds)
  if (text.startsWith('-') || days > 2_958_465) return { text, note: 'no-date' }
  if (!usesDates1904 && days === 0) return { text: clock === '' ? text : clock, note: null }
  // The 1900 system has a 29 February 1900, serial 60, that never was.
  if (!usesDates1904 && days === 60) return { text, note: 'no-date' }
  const since = usesDates1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30)
  const day = new Date(since + days * DAY_SECONDS * 1000).toISOString().slice(0, 10)
  return { text: clock === '' ? day : `${day} ${clock}`, note: null }
}

function clockText(seconds: number): string {
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0')).join(':')
}
