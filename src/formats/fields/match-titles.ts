import { type Table, titleKey } from '../table'

/** Titles of one meaning with ' · ' between them, the likeliest first: 'Sales Doc. · Verkaufsbeleg · 销售凭证'. */
export type Titles = string

/**
 * Finds the column of every meaning by its titles, in any order of columns; a column serves one meaning. In a two-row
 * header 'Number' under 'Document' is found as 'Document Number' too. Meanings that are not there are absent.
 */
export function matchTitles(table: Table, dictionary: Readonly<Record<string, Titles>>): Map<string, number> {
  const byTitle = new Map<string, number>()
  for (const column of table.columns) {
    const keys = column.group === '' ? [column.title] : [`${column.group} ${column.title}`, column.title]
    for (const key of keys.map(titleKey)) if (key !== '' && !byTitle.has(key)) byTitle.set(key, column.index)
  }
  const candidates: { meaning: string; rank: number; index: number }[] = []
  for (const [meaning, titles] of Object.entries(dictionary)) {
    for (const [rank, title] of titles.split('·').entries()) {
      const index = byTitle.get(titleKey(title))
      if (index !== undefined) candidates.push({ meaning, rank, index })
    }
  }
  // The likeliest title wins a column that two meanings claim.
  candidates.sort((a, b) => a.rank - b.rank)
  const found = new Map<string, number>()
  const taken = new Set<number>()
  for (const { meaning, index } of candidates) {
    if (found.has(meaning) || taken.has(index)) continue
    found.set(meaning, index)
    taken.add(index)
  }
  return found
}
