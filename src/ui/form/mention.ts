/** The '@' and letters that a person is in the middle of writing, and where they begin. */
export type Mention = { from: number; typed: string }

const UNFINISHED = /(^|[\s([（，。、])@([\p{L}\p{N}._-]*)$/u

/** What stands before the caret, if it is the beginning of a name; null elsewhere, as inside an e-mail address. */
export function mentionAt(text: string, caret: number): Mention | null {
  const found = UNFINISHED.exec(text.slice(0, caret))
  if (found === null) return null
  const typed = found[2] ?? ''
  return { from: caret - typed.length - 1, typed }
}

/** The text with the name written out and a blank behind it, and where the caret stands then. */
export function writeMention(text: string, caret: number, { from }: Mention, handle: string): { text: string; caret: number } {
  const name = `@${handle} `
  return { text: text.slice(0, from) + name + text.slice(caret).replace(/^ /, ''), caret: from + name.length }
}

/** People whose name or handle holds what was typed, those who begin with it first. */
export function fitting<Person extends { handle: string; name: string }>(people: readonly Person[], typed: string): Person[] {
  const wanted = typed.toLowerCase()
  const begins = ({ handle, name }: Person) => handle.startsWith(wanted) || name.toLowerCase().startsWith(wanted)
  const holds = ({ handle, name }: Person) => handle.includes(wanted) || name.toLowerCase().includes(wanted)
  return [...people.filter(begins), ...people.filter((person) => !begins(person) && holds(person))].slice(0, 6)
}
