import { createHash } from 'node:crypto'
import { headerColumns } from '../build-table'
import { type FindHeader, findHeader, type Header, headerAt, headerCandidates } from '../find-header'
import { type Table, type TableColumn, titleKey } from '../table'

type Records = Parameters<FindHeader>[0]

/**
 * A name for every column that stays the same from file to file: its titles without case, blanks and punctuation.
 * Equal titles are numbered from the left, columns without a title by their place among those.
 */
export function columnKeys(columns: readonly TableColumn[]): string[] {
  const seen = new Map<string, number>()
  return columns.map(({ title, group }) => {
    const key = titleKey(group === title ? title : `${group} ${title}`)
    const times = (seen.get(key) ?? 0) + 1
    seen.set(key, times)
    return times === 1 && key !== '' ? key : `${key}#${times}`
  })
}

/**
 * The fingerprint of a header: SHA-256 over the keys of its titled columns in alphabetical order. Moved columns, other
 * blanks or case, and columns without a title do not change it; another, a missing or a renamed title does.
 */
export function headerFingerprint(columns: readonly TableColumn[], hasHeader = true): string {
  const keys = columnKeys(columns).filter((key) => !key.startsWith('#'))
  return createHash('sha256')
    .update(JSON.stringify([hasHeader ? 'header' : 'no-header', ...keys.sort()]))
    .digest('hex')
}

export function tableFingerprint(table: Table): string {
  return headerFingerprint(table.columns, table.headerRow > 0)
}

/** The fingerprints of all rows at the top of a table that could be its header, for a file whose header is not found by itself. */
export function topFingerprints(table: Table): string[] {
  const top = table.top ?? []
  const found = headerCandidates(top).map((header) => headerFingerprint(headerColumns(top, header)))
  return [...new Set([tableFingerprint(table), ...found])]
}

/**
 * Finds the header that has the columns of a mapping; where none has them, the one that stands out by itself. Columns that are
 * only numbered come of a file without a header.
 */
export function headerWithKeys(keys: readonly string[]): FindHeader {
  if (keys.every((key) => /^column\d+$/.test(key))) return () => null
  const wanted = new Set(keys)
  return (records) => {
    let best: { header: Header; hits: number } | null = null
    for (const header of headerCandidates(records)) {
      const hits = hitsOf(records, header, wanted)
      if (hits > (best?.hits ?? 0)) best = { header, hits }
    }
    return best !== null && best.hits * 2 >= wanted.size ? best.header : findHeader(records)
  }
}

/** The header in the row that a person pointed at, counted from 1 as a spreadsheet does; 0 says there is none. */
export function headerInRow(row: number): FindHeader {
  return (records) => {
    const index = records.findIndex((record) => record.row === row)
    return index < 0 ? null : headerAt(records, index)
  }
}

function hitsOf(records: Records, header: Header, wanted: ReadonlySet<string>): number {
  return columnKeys(headerColumns(records, header)).filter((key) => wanted.has(key)).length
}
