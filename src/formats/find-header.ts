import { looksLikeAmount } from './text/read-amount'
import { looksLikeDate } from './text/read-date'
import { countTitleWords } from './title-words'

type Record = { row: number; cells: readonly string[] }

/** Indexes into the records: the header, and the row of group titles right above it, if any. */
export type Header = { index: number; groupIndex: number | null }

/** Finds the header among the rows that are not blank; null when there is none. */
export type FindHeader = (records: readonly Record[]) => Header | null

const LOOK_ROWS = 80

/**
 * Finds the header under title lines: the row that has the most cells that read like titles, as wide as the rows below,
 * with values (numbers, dates) further down where it has words. Null when the file starts with data at once.
 */
export function findHeader(records: readonly Record[]): Header | null {
  const width = usualWidth(records)
  let best: { index: number; score: number } | null = null
  for (let index = 0; index < Math.min(records.length, LOOK_ROWS); index++) {
    const cells = filled(records[index])
    const titles = cells.filter(isTitleLike)
    if (cells.length === 0 || cells.length < width / 2 || titles.length < cells.length * 0.75) continue
    const score = titles.length + 2 * countTitleWords(titles) - 2 * (cells.length - titles.length) - repeated(cells)
    if (best === null || score > best.score) best = { index, score }
  }
  if (best === null || !isAboveValues(records, best.index)) return null
  return headerAt(records, best.index)
}

/** The row at `index` as header, with the row of group titles above it, if there is one. */
export function headerAt(records: readonly Record[], index: number): Header {
  const above = records[index - 1]
  return { index, groupIndex: above !== undefined && isGroupRow(above, records[index]) ? index - 1 : null }
}

/** The rows that may be a header at all, the first ones first. */
export function headerCandidates(records: readonly Record[]): Header[] {
  const found: Header[] = []
  for (let index = 0; index < Math.min(records.length, LOOK_ROWS); index++) {
    const cells = filled(records[index])
    if (cells.length >= 2 && cells.filter(isTitleLike).length >= cells.length * 0.75) found.push(headerAt(records, index))
  }
  return found
}

/** True for words; false for numbers, dates, ids and long sentences. */
export function isTitleLike(cell: string): boolean {
  const text = cell.trim()
  if (text.length > 60 || !/\p{L}/u.test(text) || looksLikeDate(text) || looksLikeAmount(text)) return false
  // 'x12_426' is the name of a column for all its digits.
  return (text.match(/\d/g)?.length ?? 0) <= 2 || /^[a-z][a-z0-9]*(?:_[a-z0-9]+)+$/.test(text)
}

function filled(record: Record | undefined): string[] {
  return record === undefined ? [] : record.cells.filter((cell) => cell.trim() !== '')
}

function repeated(cells: readonly string[]): number {
  return cells.length - new Set(cells).size
}

/** The median number of filled cells of the rows that have more than one. */
function usualWidth(records: readonly Record[]): number {
  const widths = records
    .slice(0, 400)
    .map((record) => filled(record).length)
    .filter((count) => count > 1)
    .sort((a, b) => a - b)
  return widths[Math.floor(widths.length / 2)] ?? 1
}

// A row of words over rows of the same words-only shape is data, unless its words are those of titles.
function isAboveValues(records: readonly Record[], index: number): boolean {
  const header = records[index]
  if (header === undefined) return false
  const titles = filled(header)
  if (countTitleWords(titles) * 2 >= titles.length || index + 1 >= records.length) return true
  const below = records.slice(index + 1, index + 40)
  return header.cells.some((title, column) => isTitleLike(title) && below.some((record) => isValue(record.cells[column] ?? '')))
}

function isValue(cell: string): boolean {
  return cell.trim() !== '' && (/\d/.test(cell) || looksLikeDate(cell))
}

// 'Payment,,,Document,,,Amounts,,' right above 'Check/EFT,Date,...': words with gaps that the lower row fills.
function isGroupRow(above: Record, header: Record | undefined): boolean {
  const words = filled(above)
  if (header === undefined || above.row + 1 !== header.row || words.length < 2 || !words.every(isTitleLike)) return false
  const lastGroup = above.cells.findLastIndex((cell) => cell.trim() !== '')
  return words.length < filled(header).length && (lastGroup >= 2 || header.cells.some((cell, i) => cell.trim() === '' && above.cells[i]))
}
