import { parseDecimal } from '@/core/money'
import { readTypedAmount } from '@/core/typed-amount'

/** An amount as it was typed, in the manner of either language, as minor units in text; what is no amount stays as typed, so that the field says so. */
export function minorOf(text: string, currency: string): string {
  if (text === '') return ''
  const decimal = readTypedAmount(text)
  return (decimal === null ? null : parseDecimal(decimal, currency)?.minor.toString()) ?? text
}
