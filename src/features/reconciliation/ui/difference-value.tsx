import { useTranslations } from 'next-intl'
import { asCalendarDate } from '@/core/calendar-date'
import { DateText } from '@/ui/date-text'
import { MoneyText } from '@/ui/money-text'
import { NumberText } from '@/ui/number-text'
import type { DifferenceValue } from '../rules/difference-value'

type DifferenceValueTextProps = { value: DifferenceValue | null; currency: string }

/** One side of a difference, written as what it is. */
export function DifferenceValueText({ value, currency }: DifferenceValueTextProps) {
  const t = useTranslations('reconciliation')
  if (value === null) return <span className="q">–</span>
  switch (value.type) {
    case 'quantity':
      return <NumberText value={Number(value.quantity)} />
    case 'price':
      return <MoneyText value={{ minor: value.micros / 10_000n, currency }} />
    case 'days':
      return <span>{t('days', { count: value.days })}</span>
    case 'date':
      return <DateText value={asCalendarDate(value.date)} style="medium" />
    case 'word':
      return <span>{t.has(`word.${value.word}`) ? t(`word.${value.word}`) : value.word}</span>
  }
}
