import type { Texts } from './task-columns'

/** What is asked for; a kind without a word of its own shows its code. */
export function kindText(t: Texts, kind: string): string {
  return t.has(`kind.${kind}`) ? t(`kind.${kind}`) : kind
}
