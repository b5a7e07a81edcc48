import { useLocale, useTranslations } from 'next-intl'
import { scaledToText } from '@/core/money'
import { formatNumber } from '@/i18n/formats'
import { DateText } from '@/ui/date-text'
import { MoneyText } from '@/ui/money-text'
import { PercentText } from '@/ui/number-text'
import { isFreightSide } from '../rules/carton-chain'
import type { Step, StepValue } from '../rules/verdict'

type StepValueTextProps = { value: StepValue; isBare?: boolean; label?: string }

/** A figure of the arithmetic: quantity, money, unit price, rate, date or word. `label` names the step, whose codes have words. */
export function StepValueText({ value, isBare = false, label }: StepValueTextProps) {
  const locale = useLocale()
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
      return <WordText text={value.text} label={label} />
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

type WordTextProps = { text: string; label: string | undefined }

/** A word as the paper says it; a code of a step that has words for its codes reads as those. */
function WordText({ text, label }: WordTextProps) {
  const t = useTranslations('deductions')
  if (isFreightSide(text)) return <span>{t(`freightSide.${text}`)}</span>
  const key = `stepWord.${label}.${text}`
  return <span>{/^[\w-]+$/.test(text) && t.has(key) ? t(key) : text}</span>
}

type StepWorkingProps = { working: NonNullable<Step['working']> }

/** How a result came about: 24 = 4 × 6. */
export function StepWorking({ working }: StepWorkingProps) {
  const t = useTranslations('deductions')
  if (working.operator === 'min')
    return t.rich('smallerOf', {
      left: () => <StepValueText value={working.left} />,
      right: () => <StepValueText value={working.right} />,
    })
  return (
    <span className={working.more?.length ? undefined : 'nw'}>
      <StepValueText value={working.left} /> {working.operator} <StepValueText value={working.right} />
      {working.more?.map((value, index) => (
        <span key={`${index} ${JSON.stringify(value)}`}>
          {' '}
          {working.operator} <StepValueText value={value} />
        </span>
      ))}
    </span>
  )
}
