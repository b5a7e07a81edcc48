import type { ProblemFacts } from '@/core/problem'

/** Texts of this area, as `useTranslations('fileIntake')` and `createTexts` give them. */
export type Texts = { (key: string, values?: Record<string, string | number>): string; has: (key: string) => boolean }

type Told = { code: string; message: string; facts?: ProblemFacts | null | undefined }

/**
 * What was found, as a sentence in the reader's language: the sentence of its code, then the very values. Where a reader
 * gives no values, its English sentence holds them and is shown to those who read English.
 */
export function findingSentence(t: Texts, locale: string, { code, message, facts }: Told): string {
  const key = `finding.${code}`
  const isDetailed = message !== '' && message !== code
  if (isDetailed && ((facts == null && locale === 'en') || !t.has(key))) return message
  const values = factsText(t, facts ?? {})
  return [t.has(key) ? t(key) : code, values].filter(Boolean).join(locale === 'zh-CN' ? '' : ' ')
}

function factsText(t: Texts, { found, expected, stated, computed, difference, count }: ProblemFacts): string {
  if (stated !== undefined && computed !== undefined)
    return difference === undefined ? t('fact.differs', { stated, computed }) : t('fact.differsBy', { stated, computed, difference })
  if (found !== undefined && expected !== undefined) return t('fact.expected', { found, expected })
  if (found !== undefined) return t('fact.found', { found })
  return count === undefined ? '' : t('fact.count', { count })
}
