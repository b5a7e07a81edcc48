/** The texts of this area, as `useTranslations('documents')` and `getTranslations('documents')` give them. */
export type Texts = { (key: string, values?: Record<string, string | number>): string; has: (key: string) => boolean }

/** What a paper is; a kind without words of its own shows its code. */
export function documentKindText(t: Texts, kind: string): string {
  return t.has(`kind.${kind}`) ? t(`kind.${kind}`) : kind
}
