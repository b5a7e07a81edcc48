import type { Mail } from './read-mail'

/** The lines that a letter is read by, and that its places count: its subject, then its text without empty lines. */
export function linesOfMail({ subject, text }: Mail): string[] {
  return [subject, ...text.split('\n')].map((line) => line.trimEnd()).filter((line) => line.trim() !== '')
}
