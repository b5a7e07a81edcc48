import { createHash } from 'node:crypto'
import type { Problem } from '@/core/problem'
import { buildTable } from '../build-table'
import type { FindHeader } from '../find-header'
import type { Table } from '../table'
import { type PackedBytes, packedIn } from '../zip/packed-bytes'
import { ZIP_LIMITS, ZipDefect, type ZipLimits } from '../zip/zip-limits'
import { type OpenSheet, type OpenSheets, openSheets, type SheetPass } from './open-sheets'
import { readSheet } from './read-sheet'
import { sameRows, sheetProblems, translated } from './workbook-problems'

type ReadWorkbook = { tables: Table[]; problems: Problem[] }

/**
 * Reads an XLSX workbook as one table per visible sheet that has rows. Never throws: `problems` are those of the file,
 * each table carries its own. Macros and links to other files are left alone; hidden sheets are named, not read.
 */
export function readWorkbook(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS, findHeader?: FindHeader): Promise<ReadWorkbook> {
  return readPackedWorkbook(packedIn(bytes), limits, findHeader)
}

/** Reads a workbook whose bytes may stand in a file; see `readWorkbook`. */
export async function readPackedWorkbook(
  packed: PackedBytes,
  limits: ZipLimits = ZIP_LIMITS,
  findHeader?: FindHeader,
): Promise<ReadWorkbook> {
  try {
    return await readSheets(await openSheets(packed, limits), findHeader)
  } catch (error) {
    return { tables: [], problems: [translated(error, 'workbook')] }
  }
}

/** Reads all sheets of an open workbook; see `readWorkbook`. */
export async function readSheets({ sheets, problems: found, startPass }: OpenSheets, findHeader?: FindHeader): Promise<ReadWorkbook> {
  const tables: Table[] = []
  const problems = [...found]
  const pass = startPass()
  try {
    for (const sheet of sheets) await addSheet(sheet, pass, findHeader, tables, problems)
    problems.push(...sameSheets(tables))
  } catch (error) {
    problems.push(translated(error, 'workbook'))
  }
  return { tables, problems }
}

async function addSheet(
  sheet: OpenSheet,
  pass: SheetPass,
  findHeader: FindHeader | undefined,
  tables: Table[],
  problems: Problem[],
): Promise<void> {
  const { name } = sheet
  try {
    const read = await readSheet(pass.part(sheet), pass.context)
    const table = buildTable({ name, sheet: name, records: read.rows, problems: [] }, findHeader)
    table.problems.push(...sheetProblems(name, read, table))
    if (table.rows.length > 0 || table.columns.length > 0) tables.push(table)
  } catch (error) {
    // A limit of the whole file stops everything; damage stops this sheet.
    if (error instanceof ZipDefect && error.problem.code !== 'zip/broken') throw error
    problems.push(translated(error, `sheet ${name}`))
  }
}

function sameSheets(tables: readonly Table[]): Problem[] {
  const problems: Problem[] = []
  const seen = new Map<string, string>()
  // One table is like no other.
  for (const table of tables.length > 1 ? tables : []) {
    if (table.rows.length === 0) continue
    const hash = createHash('sha256')
    for (const row of table.rows) hash.update(JSON.stringify(row.cells))
    const key = hash.digest('hex')
    const first = seen.get(key)
    if (first === undefined) seen.set(key, table.name)
    else problems.push(sameRows(table.name, first))
  }
  return problems
}
