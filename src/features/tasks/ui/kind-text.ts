/** The texts of requests, with the question whether a word exists. */
export type Texts = { (key: string, values?: Record<string, string | number>): string; has: (key: string) => boolean }

/** What is asked for; a kind without a word of its own shows its code. */
export function kindText(t: Texts, kind: string): string {
  return t.has(`kind.${kind}`) ? t(`kind.${kind}`) : kind
}

/** What is needed, as a sentence: what asked by itself names only the record, its kind says the rest in the reader's language. */
export function titleText(t: Texts, task: { kind: string; title: string; created_by: string | null }): string {
  return task.created_by === null && t.has(`byItself.${task.kind}.title`)
    ? t(`byItself.${task.kind}.title`, { about: task.title })
    : task.title
}

/** The question in full: the words of who asked, or those of a kind that asks by itself. */
export function bodyText(t: Texts, task: { kind: string; body: string | null; created_by: string | null }): string | null {
  if (task.body !== null && task.body !== '') return task.body
  return task.created_by === null && t.has(`byItself.${task.kind}.body`) ? t(`byItself.${task.kind}.body`) : null
}
