/** The texts of requests, with the question whether a word exists. */
export type Texts = { (key: string, values?: Record<string, string | number>): string; has: (key: string) => boolean }

/** What is asked for; a kind without a word of its own shows its code. */
export function kindText(t: Texts, kind: string): string {
  return t.has(`kind.${kind}`) ? t(`kind.${kind}`) : kind
}
