import type { MailFacts } from './shipment-facts'

/** The line of a mail that a pattern matches, with its place; the mail's first page where no single line does. */
export function findMailLine(mail: MailFacts, pattern: RegExp): { text: string; position: string } {
  const lines = linesOf(mail.text)
  const at = lines.findIndex((line) => pattern.test(line))
  return { text: lines[at] ?? mail.fileName, position: at < 0 ? 'page 1' : `page 1 line ${at + 1}` }
}

// The text of a document is kept as its pages, each a list of lines.
function linesOf(text: string): string[] {
  return text
    .replace(/^\[+"|"\]+$/g, '')
    .split(/"\s*,\s*"/)
    .map((line) => line.replaceAll('\\"', '"'))
}
