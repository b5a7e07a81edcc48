import { type Currency, minorDigits, parsePriceMicros, parseScaled } from '@/core/money'

const WHOLE_DIGITS_MAX = 15
// Far above any amount of trade, far below what eight bytes hold: sums stay exact.
const MINOR_MAX = 10n ** 15n

/** Decimal text as minor units in text; null stays null. Text with more decimals than the currency has is no amount of it. */
export function toMinorText(decimal: string | null, currency: Currency | null): string | null {
  if (decimal === null) return null
  const minor = parseScaled(decimal, minorDigits(currency ?? 'USD'))
  return minor === null || minor > MINOR_MAX || minor < -MINOR_MAX ? null : minor.toString()
}

/** Decimal text as whole units in text: '24' and '24.000' are 24; null for a broken unit. */
export function toWholeText(decimal: string): string | null {
  const [whole = '', fraction = ''] = decimal.split('.')
  return /[1-9]/.test(fraction) || whole.length > WHOLE_DIGITS_MAX
    ? null
    : String(BigInt(whole === '' || whole === '-' ? `${whole}0` : whole))
}

/** A unit price as micros of the major unit in text; null when it cannot be kept exactly. */
export function toPriceText(decimal: string): string | null {
  const micros = parsePriceMicros(decimal)
  return micros === null || micros > MINOR_MAX || micros < -MINOR_MAX ? null : micros.toString()
}
