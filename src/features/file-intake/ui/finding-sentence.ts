/** Texts of this area, as `useTranslations('fileIntake')` and `createTexts` give them. */
export type Texts = { (key: string, values?: Record<string, string | number>): string; has: (key: string) => boolean }

/**
 * What was found, as a sentence in the reader's language. The reader of a file writes English with the very value in it;
 * in another language the sentence of its code stands, and the English detail only where there is none.
 */
export function findingSentence(t: Texts, locale: string, finding: { code: string; message: string }): string {
  const key = `finding.${finding.code}`
  const isDetailed = finding.message !== '' && finding.message !== finding.code
  if (isDetailed && (locale === 'en' || !t.has(key))) return finding.message
  // How many more of a kind there are stands in front of the message.
  const count = Number(/^\d+/.exec(finding.message)?.[0] ?? 0)
  return t.has(key) ? t(key, { count }) : finding.code
}

/** 'row 5' in the reader's words; segments and sheets keep the names their standard gives them. */
export function positionText(t: Texts, position: string): string {
  const row = /^row (\d+)$/.exec(position)?.[1]
  if (row !== undefined) return t('positionRow', { row })
  return position === 'file' ? t('positionFile') : position
}
