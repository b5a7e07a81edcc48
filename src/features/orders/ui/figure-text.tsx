import { useTranslations } from 'next-intl'
import { MoneyText } from '@/ui/money-text'
import { NumberText } from '@/ui/number-text'
import { readStepFigure } from '../rules/exception-step'

type FigureTextProps = { step: string; text: string | null; currency: string }

/** A figure of an exception, written as what its step or field holds: price, quantity, days or word. */
export function FigureText({ step, text, currency }: FigureTextProps) {
  const t = useTranslations('orders')
  const figure = readStepFigure(step, text)
  if (figure === null) return <span className="q">–</span>
  if (figure.type === 'price') return <MoneyText value={{ minor: figure.micros / 10_000n, currency }} />
  if (figure.type === 'quantity') return <NumberText value={figure.quantity} />
  if (figure.type === 'days') return <span>{t('days', { count: figure.days })}</span>
  return <span>{figure.text}</span>
}
