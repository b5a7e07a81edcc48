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
  return t.has(key) ? t(key) : finding.code
}
