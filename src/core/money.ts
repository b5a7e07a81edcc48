import { PPM_ONE, type Ppm } from './rate'

/** ISO 4217 code, upper case: 'USD', 'CNY'. */
export type Currency = string

/** An exact amount: integer minor units of one currency. `{ minor: 12345n, currency: 'USD' }` is 123.45 US dollars. */
export type Money = { readonly minor: bigint; readonly currency: Currency }

export type Rounding = 'half-even' | 'half-up' | 'down'

// ISO 4217 exponents that differ from 2.
const EXPONENTS: Readonly<Record<string, number>> = {
  BHD: 3,
  CLP: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  TND: 3,
  UGX: 0,
  VND: 0,
  XAF: 0,
  XOF: 0,
}

/** Number of decimals of a currency's minor unit. Source: ISO 4217 list one. */
export function minorDigits(currency: Currency): number {
  return EXPONENTS[currency] ?? 2
}

/** Currencies whose minor unit has other than two decimals, with how many it has. */
export const UNUSUAL_DIGITS: readonly (readonly [Currency, number])[] = Object.entries(EXPONENTS)

export function money(minor: bigint, currency: Currency): Money {
  return { minor, currency }
}

export function zero(currency: Currency): Money {
  return { minor: 0n, currency }
}

export function add(a: Money, b: Money): Money {
  assertSameCurrency(a, b)
  return { minor: a.minor + b.minor, currency: a.currency }
}

export function subtract(a: Money, b: Money): Money {
  assertSameCurrency(a, b)
  return { minor: a.minor - b.minor, currency: a.currency }
}

export function negate(a: Money): Money {
  return { minor: -a.minor, currency: a.currency }
}

export function sum(amounts: readonly Money[], currency: Currency): Money {
  return amounts.reduce(add, zero(currency))
}

/** Compares two amounts of one currency: negative, 0 or positive. */
export function compareMoney(a: Money, b: Money): number {
  assertSameCurrency(a, b)
  return a.minor < b.minor ? -1 : a.minor > b.minor ? 1 : 0
}

/** `amount × rate`, rounded once, by the rounding named at the call. */
export function applyRate(amount: Money, rate: Ppm, rounding: Rounding): Money {
  return { minor: divideRounded(amount.minor * BigInt(rate), BigInt(PPM_ONE), rounding), currency: amount.currency }
}

/**
 * Splits an amount by weights so that the parts add up to the whole, to the minor unit (largest remainder).
 * Weights are non-negative integers, not all zero.
 */
export function allocate(total: Money, weights: readonly bigint[]): Money[] {
  const weightSum = weights.reduce((a, b) => a + b, 0n)
  if (weightSum <= 0n || weights.some((weight) => weight < 0n))
    throw new RangeError('allocate needs non-negative weights with a positive sum')
  const sign = total.minor < 0n ? -1n : 1n
  const whole = total.minor * sign
  const shares = weights.map((weight, index) => ({ index, floor: (whole * weight) / weightSum, rest: (whole * weight) % weightSum }))
  let left = whole - shares.reduce((acc, share) => acc + share.floor, 0n)
  const byRest = [...shares].sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))
  for (const share of byRest) {
    if (left === 0n) break
    share.floor += 1n
    left -= 1n
  }
  return shares.map((share) => ({ minor: share.floor * sign, currency: total.currency }))
}

/** Integer division with named rounding; works for negative numerators. The denominator must be positive. */
export function divideRounded(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const sign = numerator < 0n ? -1n : 1n
  const absolute = numerator * sign
  const quotient = absolute / denominator
  const twice = (absolute % denominator) * 2n
  if (rounding === 'down' || twice < denominator) return quotient * sign
  if (twice > denominator || rounding === 'half-up') return (quotient + 1n) * sign
  return (quotient % 2n === 0n ? quotient : quotient + 1n) * sign
}

/** Plain decimal text with the currency's digits: `-143.76`. The form money takes in JSON, CSV and the CLI. */
export function toDecimalText(amount: Money): string {
  return scaledToText(amount.minor, minorDigits(amount.currency))
}

/**
 * Reads plain decimal text ('-143.76', '.07', '12') as minor units. Returns null when it is not a number
 * or carries more non-zero decimals than the currency has: nothing is rounded on the way in.
 */
export function parseDecimal(text: string, currency: Currency): Money | null {
  const minor = parseScaled(text, minorDigits(currency))
  return minor === null ? null : { minor, currency }
}

/** Reads decimal text as an integer scaled by 10^digits; null when it is no plain number or would need rounding. */
export function parseScaled(text: string, digits: number): bigint | null {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text.trim())
  if (!match) return null
  const [, sign, whole = '', fraction = ''] = match
  if (whole === '' && fraction === '') return null
  const kept = fraction.slice(0, digits).padEnd(digits, '0')
  if (/[1-9]/.test(fraction.slice(digits))) return null
  const value = BigInt(`${whole}${kept}` || '0')
  return sign === '-' ? -value : value
}

/** Inverse of `parseScaled`: `scaledToText(12345n, 2)` is '123.45'. */
export function scaledToText(value: bigint, digits: number): string {
  const sign = value < 0n ? '-' : ''
  const absolute = (value < 0n ? -value : value).toString().padStart(digits + 1, '0')
  if (digits === 0) return sign + absolute
  return `${sign}${absolute.slice(0, -digits)}.${absolute.slice(-digits)}`
}

/** A unit price: integer micros (millionths) of the major unit, because prices carry more than two decimals. */
export type PriceMicros = bigint

/** Reads '13.3425' as 13342500n; null when it is no plain number or has more than six decimals. */
export function parsePriceMicros(text: string): PriceMicros | null {
  return parseScaled(text, 6)
}

/** `quantity × unit price` in minor units, rounded half up once per line, the way invoices extend. */
export function extend(quantity: bigint, price: PriceMicros, currency: Currency): Money {
  return { minor: divideRounded(quantity * price * 10n ** BigInt(minorDigits(currency)), 1_000_000n, 'half-up'), currency }
}

function assertSameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new RangeError(`cannot combine ${a.currency} with ${b.currency}`)
}
