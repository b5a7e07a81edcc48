import { useTranslations } from 'next-intl'
import { asCalendarDate } from '@/core/calendar-date'
import { DateText } from '@/ui/date-text'
import { MoneyText } from '@/ui/money-text'
import { NumberText } from '@/ui/number-text'
import { readStepFigure } from '../rules/exception-step'

type FigureTextProps = { step: string; text: string | null; currency: string }

/** A figure of an exception, written as what its step or field holds: price, quantity, amount, day or word. */
export function FigureText({ step, text, currency }: FigureTextProps) {
  const t = useTranslations('orders')
  const figure = readStepFigure(step, text)
  if (figure === null) return <span className="q">–</span>
  switch (figure.type) {
    case 'price':
      return <MoneyText value={{ minor: figure.micros / 10_000n, currency }} />
    case 'money':
      return <MoneyText value={{ minor: figure.minor, currency }} />
    case 'quantity':
      return <NumberText value={figure.quantity} />
    case 'days':
      return <span>{t('days', { count: figure.days })}</span>
    case 'date':
      return <DateText value={asCalendarDate(figure.date)} />
    case 'percent':
      return <span>{figure.ppm / 10_000} %</span>
    case 'word':
      return <span>{t.has(`word.${figure.word}`) ? t(`word.${figure.word}`) : figure.word}</span>
    case 'text':
      return <span>{figure.text}</span>
  }
}
