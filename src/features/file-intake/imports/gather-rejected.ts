import { localCopy } from '@/server/file-store'
import type { RejectedFile, RowToCorrect, StoredImport } from '../queries/find-rejected-file'
import { correctCells } from '../rules/correction'
import { lookIntoStored } from './reader-pool'
import type { PickedTable } from './reading'

/** Rows of one table that wait for correction, with all columns of the file; `canReturn` when the corrected table can be read back. */
export type RejectedSheet = {
  name: string | null
  titles: string[]
  canReturn: boolean
  rows: { reason: RowToCorrect; position: string; cells: string[] }[]
}

/** Formats whose rejected rows come back corrected; others are mended at their sender, or tried again. */
export const TABLE_FORMATS: ReadonlySet<string> = new Set(['csv', 'xlsx', 'sap-list'])

/** The rejected rows of an import as they stand in its file, with what earlier corrections changed in them. */
export async function gatherRejected({ file, corrections, rows }: RejectedFile): Promise<RejectedSheet[]> {
  const reasons = new Map(rows.flatMap((row) => row.positions.map((position) => [position, row] as const)))
  const positions = [...reasons.keys()]
  const tables = TABLE_FORMATS.has(file.format) ? await pick(file, file.format, positions) : []
  const found = new Set(tables.flatMap((table) => table.rows.map(({ position }) => position)))
  for (const correction of corrections)
    for (const from of await pick(correction, 'correction', positions)) for (const table of tables) applyCells(table, from)
  const sheets = tables.flatMap((table): RejectedSheet[] => {
    const picked = table.rows.flatMap(({ position, cells }) => {
      const reason = reasons.get(position)
      return reason === undefined ? [] : [{ reason, position, cells }]
    })
    return picked.length === 0 ? [] : [{ name: table.sheet, titles: table.titles, canReturn: true, rows: picked }]
  })
  // What is no table, or a line that has no cells, goes out as it stands.
  const left = rows.filter((row) => !row.positions.some((position) => found.has(position)))
  const asText = left.map((reason) => ({ reason, position: reason.position, cells: reason.text.split('\t') }))
  return asText.length === 0 ? sheets : [...sheets, { name: null, titles: [], canReturn: false, rows: asText }]
}

async function pick(file: StoredImport, format: string, positions: readonly string[]): Promise<PickedTable[]> {
  const { encoding } = file
  const look = await lookIntoStored(await localCopy(file.storageKey), Number(file.bytes), { format, encoding, positions })
  return look?.tables ?? []
}

function applyCells(table: PickedTable, from: PickedTable): void {
  const corrected = new Map(from.rows.map(({ position, cells }) => [position, cells]))
  for (const row of table.rows) {
    const cells = corrected.get(row.position)
    if (cells !== undefined) row.cells = correctCells(table.titles, row.cells, from, cells)
  }
}
