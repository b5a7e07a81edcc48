import { readDifferenceValue } from '../rules/difference-value'
import type { Texts } from './texts'

/** One side of a difference as plain text, for titles and requests: words in the reader's language, figures as stored. */
export function differenceValueText(field: string, text: string | null, t: Texts & { has: (key: string) => boolean }): string {
  const value = readDifferenceValue(field, text)
  if (value === null || text === null) return '–'
  if (value.type === 'days') return t('days', { count: value.days })
  if (value.type === 'word') return t.has(`word.${value.word}`) ? t(`word.${value.word}`) : value.word
  return text
}
