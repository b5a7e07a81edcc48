import type { ListRow } from '@/core/list-shape'
import { minorDigits, scaledToText } from '@/core/money'
import type { AllTexts } from '@/ui/list-kit/list-words'
import { readStepFigure } from '../rules/exception-step'

/** A cell of the list of orders as plain text, where its kind does not say it: both sides of the dearest exception. */
export function orderCellText(key: string, { cells, currency }: ListRow, t: AllTexts): string | undefined {
  if (key !== 'agreed' && key !== 'as-ordered') return undefined
  const figure = cells['field'] ? readStepFigure(cells['field'], cells[key] ?? null) : null
  if (figure === null) return ''
  switch (figure.type) {
    case 'price':
      return scaledToText(figure.micros / 10_000n, minorDigits(currency))
    case 'money':
      return scaledToText(figure.minor, minorDigits(currency))
    case 'quantity':
      return String(figure.quantity)
    case 'days':
      return t('orders.days', { count: figure.days })
    case 'date':
      return figure.date
    case 'percent':
      return `${figure.ppm / 10_000} %`
    case 'word':
      return t.has(`orders.word.${figure.word}`) ? t(`orders.word.${figure.word}`) : figure.word
    case 'text':
      return figure.text
  }
}
