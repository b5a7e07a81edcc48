import { divideRounded, parseScaled, scaledToText } from '@/core/money'

/**
 * Exact sums over plain decimal text ('-143.76', '.07', '12'): what a file says, added without a currency and without
 * floating point. A sum keeps the most decimals that any of its parts has.
 */
export function sumDecimals(texts: readonly string[]): string {
  const digits = texts.reduce((most, text) => Math.max(most, decimalDigits(text)), 0)
  return scaledToText(
    texts.reduce((sum, text) => sum + scaled(text, digits), 0n),
    digits,
  )
}

export function negateDecimal(text: string): string {
  const digits = decimalDigits(text)
  return scaledToText(-scaled(text, digits), digits)
}

export function subtractDecimals(from: string, take: string): string {
  return sumDecimals([from, negateDecimal(take)])
}

export function multiplyDecimals(a: string, b: string): string {
  const [digitsOfA, digitsOfB] = [decimalDigits(a), decimalDigits(b)]
  return scaledToText(scaled(a, digitsOfA) * scaled(b, digitsOfB), digitsOfA + digitsOfB)
}

const QUOTIENT_DIGITS = 12

/** Exact quotient, or null: prices for 1000 pieces, values over quantities. */
export function divideDecimals(dividend: string, divisor: string): string | null {
  const [top, bottom] = [scaled(dividend, QUOTIENT_DIGITS), scaled(divisor, QUOTIENT_DIGITS)]
  if (bottom === 0n || (top * 10n ** BigInt(QUOTIENT_DIGITS)) % bottom !== 0n) return null
  return scaledToText((top * 10n ** BigInt(QUOTIENT_DIGITS)) / bottom, QUOTIENT_DIGITS).replace(/\.?0+$/, '')
}

/** Rounds half up to at most `digits` decimals; text with fewer stays as it is. */
export function roundDecimal(text: string, digits: number): string {
  const has = decimalDigits(text)
  if (has <= digits) return text
  return scaledToText(divideRounded(scaled(text, has), 10n ** BigInt(has - digits), 'half-up'), digits)
}

/** Negative, 0 or positive. */
export function compareDecimals(a: string, b: string): number {
  const difference = subtractDecimals(a, b)
  return isZeroDecimal(difference) ? 0 : difference.startsWith('-') ? -1 : 1
}

export function isZeroDecimal(text: string): boolean {
  return !/[1-9]/.test(text)
}

export function absoluteDecimal(text: string): string {
  return text.replace(/^[+-]/, '')
}

function decimalDigits(text: string): number {
  const point = text.indexOf('.')
  return point < 0 ? 0 : text.trimEnd().length - point - 1
}

function scaled(text: string, digits: number): bigint {
  const value = parseScaled(text, digits)
  if (value === null) throw new RangeError(`not decimal text: ${text}`)
  return value
}
