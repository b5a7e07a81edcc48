import { readCsvRecords } from './read-csv-records'

export const DELIMITERS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

const LOOK_CHARACTERS = 64 * 1024
const LOOK_ROWS = 200

/**
 * The delimiter that cuts the first rows most consistently into the most cells; null when none cuts them at all
 * (a plain text or a single column). A first line 'sep=;' as Excel writes it decides.
 */
export function detectDelimiter(text: string): Delimiter | null {
  const stated = /^sep=(.)\r?\n/i.exec(text)?.[1]
  const named = DELIMITERS.find((delimiter) => delimiter === stated)
  if (named !== undefined) return named
  let best: { delimiter: Delimiter; score: number } | null = null
  for (const delimiter of DELIMITERS) {
    const score = scoreOf(topOf(text), delimiter)
    if (score > 0 && (best === null || score > best.score)) best = { delimiter, score }
  }
  return best === null ? null : best.delimiter
}

// Whole lines only: a line cut in half would look like a row that is too short.
function topOf(text: string): string {
  if (text.length <= LOOK_CHARACTERS) return text
  const end = text.lastIndexOf('\n', LOOK_CHARACTERS)
  return text.slice(0, end > 0 ? end : LOOK_CHARACTERS)
}

function scoreOf(text: string, delimiter: Delimiter): number {
  const widths = new Map<number, number>()
  let lines = 0
  for (const record of readCsvRecords(text, delimiter, LOOK_ROWS).records) {
    if (record.cells.every((cell) => cell.trim() === '')) continue
    lines++
    widths.set(record.cells.length, (widths.get(record.cells.length) ?? 0) + 1)
  }
  let best = 0
  for (const [width, count] of widths) {
    if (width < 2 || (count < 2 && lines > 2)) continue
    best = Math.max(best, (count / lines) * Math.log2(width))
  }
  return best
}
