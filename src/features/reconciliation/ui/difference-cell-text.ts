import type { ListRow } from '@/core/list-shape'
import type { AllTexts } from '@/ui/list-kit/list-words'
import { differenceBetween, readDifferenceValue } from '../rules/difference-value'
import { differenceValueText } from './difference-value-text'

/** A cell of the list of differences as plain text, where its kind does not say it: both sides, and the other less ours. */
export function differenceCellText(key: string, { cells }: ListRow, t: AllTexts): string | undefined {
  const own = Object.assign((word: string, values?: Record<string, string | number>) => t(`reconciliation.${word}`, values), {
    has: (word: string) => t.has(`reconciliation.${word}`),
  })
  const field = cells['field'] ?? ''
  switch (key) {
    case 'sap':
    case 'other':
      return differenceValueText(field, cells[key] ?? null, own)
    case 'difference': {
      const value = differenceBetween(readDifferenceValue(field, cells['sap'] ?? null), readDifferenceValue(field, cells['other'] ?? null))
      if (value?.type === 'quantity') return String(value.quantity)
      if (value?.type === 'price') return String(Number(value.micros) / 1_000_000)
      return value?.type === 'days' ? own('days', { count: value.days }) : ''
    }
    case 'match':
      return cells['match'] ? own(`match.kind.${cells['match']}`) : own('match.exact')
    default:
      return undefined
  }
}
