import { type Table, titleKey } from '../table'
import { SAP_LIST_COLUMNS, SAP_LIST_KINDS, type SapListKind } from './list-columns'

// Without these a table is not that list, however many other titles agree.
const REQUIRED: Readonly<Record<SapListKind, readonly (readonly string[])[]>> = {
  va05: [['salesDocument'], ['customerPo', 'soldTo', 'netValue'], ['quantity', 'netValue', 'overallStatus']],
  vl06o: [
    ['delivery'],
    ['shipTo', 'plannedGoodsIssue', 'actualGoodsIssue', 'goodsIssueStatus'],
    ['quantity', 'plannedGoodsIssue', 'actualGoodsIssue'],
  ],
  vf05: [['billingDocument'], ['billingDate', 'netValue'], ['soldTo', 'salesDocument', 'delivery']],
  fbl5n: [['document'], ['amount'], ['postingKey', 'documentType', 'assignment', 'clearingDocument']],
}

/** A recognised list: its kind, and where each meaning stands in `cells`. Meanings the layout leaves out are absent. */
export type SapList = { kind: SapListKind; columns: ReadonlyMap<string, number> }

/** Recognises an SAP list by its column titles; null when the titles are those of no list, as in a portal's file. */
export function recogniseSapList(table: Table): SapList | null {
  let best: { list: SapList; score: number } | null = null
  const titled = table.columns.filter((column) => column.title !== '').length
  for (const kind of SAP_LIST_KINDS) {
    const columns = matchColumns(table, SAP_LIST_COLUMNS[kind])
    if (!REQUIRED[kind].every((anyOf) => anyOf.some((meaning) => columns.has(meaning)))) continue
    const score = columns.size / Math.max(titled, 1)
    if (columns.size >= 5 && score >= 0.6 && (best === null || columns.size > best.list.columns.size))
      best = { list: { kind, columns }, score }
  }
  return best === null ? null : best.list
}

/** The cell that has this meaning in the list; '' when the layout has no such column. */
export function sapCell(list: SapList, cells: readonly string[], meaning: string): string {
  const index = list.columns.get(meaning)
  return index === undefined ? '' : (cells[index] ?? '')
}

// Earlier synonyms win, and a column serves one meaning only.
function matchColumns(table: Table, meanings: Readonly<Record<string, string>>): Map<string, number> {
  const byKey = new Map<string, number>()
  for (const column of table.columns) {
    const key = titleKey(column.title)
    if (key !== '' && !byKey.has(key)) byKey.set(key, column.index)
  }
  const found = new Map<string, number>()
  const taken = new Set<number>()
  for (const [meaning, titles] of Object.entries(meanings)) {
    for (const title of titles.split(' · ')) {
      const index = byKey.get(titleKey(title))
      if (index === undefined || taken.has(index)) continue
      found.set(meaning, index)
      taken.add(index)
      break
    }
  }
  return found
}
