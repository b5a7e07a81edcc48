import { parseDecimal } from '@/core/money'

/** Typed decimals as minor units in text; what is no amount stays as typed, so that the field says so. */
export function minorOf(text: string, currency: string): string {
  if (text === '') return ''
  return parseDecimal(text.replaceAll(',', ''), currency)?.minor.toString() ?? text
}
