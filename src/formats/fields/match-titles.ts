import { type Table, type TableColumn, titleKey } from '../table'

/** Titles of one meaning with ' · ' between them, the likeliest first: 'Sales Doc. · Verkaufsbeleg · 销售凭证'. */
export type Titles = string

/**
 * Finds the column of every meaning by its titles, in any order of columns; a column serves one meaning. In a two-row
 * header 'Number' under 'Document' is found as 'Document Number' too. Meanings that are not there are absent.
 */
export function matchTitles(table: Table, dictionary: Readonly<Record<string, Titles>>): Map<string, number> {
  const byTitle = placesOf(table.columns)
  const candidates: { meaning: string; rank: number; index: number }[] = []
  for (const [meaning, titles] of Object.entries(dictionary)) {
    for (const [rank, key] of keysOf(titles).entries()) {
      const index = byTitle.get(key)
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

// Every kind of list is asked for the same columns, and every table for the same titles.
const placesByColumns = new WeakMap<readonly TableColumn[], ReadonlyMap<string, number>>()
const keysByTitles = new Map<Titles, readonly string[]>()

function placesOf(columns: readonly TableColumn[]): ReadonlyMap<string, number> {
  const known = placesByColumns.get(columns)
  if (known) return known
  const places = new Map<string, number>()
  for (const { title, group, index } of columns)
    for (const key of (group === '' ? [title] : [`${group} ${title}`, title]).map(titleKey))
      if (key !== '' && !places.has(key)) places.set(key, index)
  placesByColumns.set(columns, places)
  return places
}

function keysOf(titles: Titles): readonly string[] {
  const known = keysByTitles.get(titles)
  if (known) return known
  const keys = titles.split('·').map(titleKey)
  keysByTitles.set(titles, keys)
  return keys
}
