import type { Texts } from './finding-sentence'

/** What a file is, in words; a kind without words of its own shows the name its reader gave it. */
export function kindText(t: Texts, kind: string): string {
  return t.has(`kind.${kind}`) ? t(`kind.${kind}`) : kind
}
