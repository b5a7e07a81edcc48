const NOT_SOLD: Readonly<Record<string, string>> = {
  discontinued: 'discontinued',
  obsolete: 'discontinued',
  inactive: 'discontinued',
  auslauf: 'discontinued',
  ausgelaufen: 'discontinued',
  停产: 'discontinued',
  停售: 'discontinued',
  blocked: 'blocked',
  gesperrt: 'blocked',
  冻结: 'blocked',
}
const SOLD: ReadonlySet<string> = new Set(['active', 'a', 'ok', 'aktiv', '在售', '有效'])

/** The state of an article in our words: 'discontinued', 'blocked', null while it is sold; a word we do not know stays as it is written. */
export function itemStatus(written: string | null): string | null {
  const word = (written ?? '').trim().toLowerCase()
  if (word === '' || SOLD.has(word)) return null
  return NOT_SOLD[word] ?? word
}
