import { useLocale, useTranslations } from 'next-intl'
import { scaledToText } from '@/core/money'
import { formatNumber } from '@/i18n/formats'
import { DateText } from '@/ui/date-text'
import { MoneyText } from '@/ui/money-text'
import { PercentText } from '@/ui/number-text'
import { isFreightSide } from '../rules/carton-chain'
import type { StepValue } from '../rules/verdict'

type StepValueTextProps = { value: StepValue; isBare?: boolean }

/** A figure of the arithmetic: quantity, money, unit price, rate, date or word. */
export function StepValueText({ value, isBare = false }: StepValueTextProps) {
  const locale = useLocale()
  const t = useTranslations('deductions')
  switch (value.type) {
    case 'quantity':
      return <span>{formatNumber(Number(value.quantity), locale)}</span>
    case 'money':
      return <MoneyText value={{ minor: value.minor, currency: value.currency }} bare={isBare} />
    case 'price':
      return <PriceText micros={value.micros} currency={value.currency} />
    case 'rate':
      return <PercentText ppm={value.ppm} />
    case 'date':
      return <DateText value={value.date} />
    case 'text':
      return <span>{isFreightSide(value.text) ? t(`freightSide.${value.text}`) : value.text}</span>
  }
}

type PriceTextProps = { micros: string; currency: string }

/** A unit price; more than two decimals only where it has them. */
function PriceText({ micros, currency }: PriceTextProps) {
  const value = BigInt(micros)
  if (value % 10_000n === 0n) return <MoneyText value={{ minor: value / 10_000n, currency }} />
  return <span>{`${scaledToText(value, 6).replace(/0+$/, '')} ${currency}`}</span>
}

type StepUnitTextProps = { value: StepValue }

/** The unit of a quantity, in its own column so that digits stay in line. */
export function StepUnitText({ value }: StepUnitTextProps) {
  const t = useTranslations('deductions')
  return value.type === 'quantity' ? <span>{t(`unit.${value.unit}`)}</span> : null
}
