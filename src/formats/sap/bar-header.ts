import { displayWidth } from './cut-line'

/** One line of the header and the places of its bars, by which the same line of every record is cut. */
export type HeaderLine = { header: string; bars: number[] }

/** The header stands within so many lines from the top. */
export const HEADER_WITHIN_LINES = 120
const HEADER_LINES_MAX = 4

/** The header is the first line of bars whose cells are titles, with a ruler or another line of bars after it. */
export function findBarHeader(lines: readonly string[]): number | null {
  for (let at = 0; at < Math.min(lines.length, HEADER_WITHIN_LINES); at++) {
    const line = (lines[at] ?? '').trimEnd()
    if (!isBarLine(line) || isRuler(line)) continue
    const cells = line.split('|').slice(1, -1)
    const next = (lines[at + 1] ?? '').trimEnd()
    const hasWords =
      cells.filter((cell) => /\p{L}/u.test(cell)).length >= Math.max(2, cells.filter((cell) => cell.trim() !== '').length * 0.6)
    if (hasWords && (isRuler(next) || isBarLine(next))) return at
  }
  return null
}

/** A list over several lines a record has as many lines of titles, one under the other, and a ruler below them. */
export function headerLines(lines: readonly string[], at: number): HeaderLine[] {
  const found: string[] = []
  for (let next = at; next < lines.length && found.length <= HEADER_LINES_MAX; next++) {
    const line = (lines[next] ?? '').trimEnd()
    if (isRuler(line)) break
    if (!isBarLine(line) || line.split('|').some((cell) => /\d/.test(cell) && !/\p{L}/u.test(cell))) return [headerLine(found[0] ?? line)]
    found.push(line)
  }
  return (found.length > HEADER_LINES_MAX ? found.slice(0, 1) : found).map(headerLine)
}

function headerLine(header: string): HeaderLine {
  return { header, bars: [...header.matchAll(/\|/g)].map((match) => match.index) }
}

function isBarLine(line: string): boolean {
  const text = line.trim()
  return text.startsWith('|') && text.endsWith('|') && text.split('|').length >= 4
}

/** True for a line that only parts others: '-----' or '|----+----|'. */
export function isRuler(line: string): boolean {
  const text = line.trim()
  return text.length >= 5 && /^[-|+=_]+$/.test(text) && /[-=_]{3}/.test(text)
}

/** Why a line of the list is no row: how wide it is and how wide the header. */
export function misalignment(line: string, header: string): string {
  return `The line has ${displayWidth(line)} columns and its bars do not stand where the header's do (${displayWidth(header)} columns).`
}
