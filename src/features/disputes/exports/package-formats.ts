import type { CalendarDate } from '@/core/calendar-date'
import { type Money, minorDigits, scaledToText } from '@/core/money'
import { isFreightSide } from '@/features/deductions/rules/carton-chain'
import type { StepValue } from '@/features/deductions/rules/verdict'
import type { PackageTexts } from './text-shape'

/** Writes figures in the customer's language: exact, from integers, never through a float. */
export type PackageFormats = {
  money: (value: Money) => string
  price: (micros: bigint, currency: string) => string
  number: (value: bigint | number) => string
  date: (date: CalendarDate | null) => string
  longDate: (date: CalendarDate) => string
  percent: (ppm: number) => string
  step: (value: StepValue) => string
}

export function packageFormats(texts: PackageTexts): PackageFormats {
  const number = (value: bigint | number) => new Intl.NumberFormat(texts.numberLocale).format(value)
  const currencyText = (digits: string, currency: string, decimals: number) =>
    new Intl.NumberFormat(texts.numberLocale, {
      style: 'currency',
      currency,
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }).format(digits as Intl.StringNumericLiteral)
  const money = (value: Money) =>
    currencyText(scaledToText(value.minor, minorDigits(value.currency)), value.currency, minorDigits(value.currency))
  const price = (micros: bigint, currency: string) => {
    const digits = scaledToText(micros, 6)
    const needed = digits.replace(/0+$/, '').split('.')[1]?.length ?? 0
    return currencyText(digits, currency, Math.max(minorDigits(currency), needed))
  }
  const written = (options: Intl.DateTimeFormatOptions) => (date: CalendarDate) =>
    new Intl.DateTimeFormat(texts.dateLocale, { ...options, timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))
  const short = written({ day: 'numeric', month: 'short', year: 'numeric' })
  const percent = (ppm: number) =>
    new Intl.NumberFormat(texts.numberLocale, { style: 'percent', maximumFractionDigits: 4 }).format(ppm / 1_000_000)
  return {
    money,
    price,
    number,
    date: (date) => (date === null ? '' : short(date)),
    longDate: written({ day: 'numeric', month: 'long', year: 'numeric' }),
    percent,
    step: (value) => stepText(value),
  }

  function stepText(value: StepValue): string {
    switch (value.type) {
      case 'quantity': {
        const [one, other] = texts.units[value.unit]
        return `${number(BigInt(value.quantity))} ${value.quantity === '1' ? one : other}`
      }
      case 'money':
        return money({ minor: BigInt(value.minor), currency: value.currency })
      case 'price':
        return price(BigInt(value.micros), value.currency)
      case 'rate':
        return percent(value.ppm)
      case 'date':
        return short(value.date)
      case 'text':
        return isFreightSide(value.text) ? texts.sides[value.text] : value.text
    }
  }
}
