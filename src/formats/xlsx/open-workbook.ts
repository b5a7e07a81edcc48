import { createHash, type Hash } from 'node:crypto'
import type { Problem } from '@/core/problem'
import { layTable, TOP_RECORDS } from '../build-table'
import type { FindHeader } from '../find-header'
import { asLongTable, DamagedTable, type LongTable, rowPosition, type Table, type TableRow } from '../table'
import { isBlank, rowsOf, TableBody } from '../table-body'
import { XmlDefect } from '../xml/parse-xml'
import type { PackedBytes } from '../zip/packed-bytes'
import { RATIO_COUNTS_FROM_BYTES, ZIP_LIMITS, ZipDefect, type ZipLimits } from '../zip/zip-limits'
import { type OpenSheet, type OpenSheets, openSheets } from './open-sheets'
import { streamSheet } from './read-sheet'
import { readSheets } from './read-workbook'
import { sameRows, sheetProblems, translated } from './workbook-problems'

/** Sheets whose XML is shorter than this together are read whole. */
const LONG_BYTES = 16 * 1024 * 1024

/** `whole`: the tables in memory, when the workbook is short. */
export type OpenWorkbook = { tables: LongTable[]; whole: Table[] | null; problems: Problem[] }

/**
 * Opens a workbook as tables. Short ones are read at once, as `readWorkbook` reads them; the rows of long ones stream past as often
 * as asked and never stand in memory together. Reading throws a DamagedTable where a long one turns out to be damaged.
 */
export async function openWorkbook(
  bytes: PackedBytes,
  limits: ZipLimits = ZIP_LIMITS,
  findHeader?: FindHeader,
  longBytes = LONG_BYTES,
): Promise<OpenWorkbook> {
  let open: OpenSheets
  try {
    open = await openSheets(bytes, limits)
  } catch (error) {
    return { tables: [], whole: [], problems: [translated(error, 'workbook')] }
  }
  if (open.sheets.reduce((sum, { claimedBytes }) => sum + claimedBytes, 0) < longBytes) {
    const { tables, problems } = await readSheets(open, findHeader)
    return { tables: tables.map(asLongTable), whole: tables, problems }
  }
  try {
    return await openSheetsOneByOne(open, limits, findHeader)
  } catch (error) {
    return { tables: [], whole: null, problems: [...open.problems, translated(error, 'workbook')] }
  }
}

async function openSheetsOneByOne(open: OpenSheets, limits: ZipLimits, findHeader: FindHeader | undefined): Promise<OpenWorkbook> {
  const tables: LongTable[] = []
  const problems = [...open.problems]
  const seen = new Map<string, string>()
  refuseClaims(open.sheets, limits)
  for (const sheet of open.sheets) {
    const { table, print } = await openLong(open, sheet, findHeader, open.sheets.length > 1)
    if (table.sample.length > 0 || table.top.columns.length > 0) tables.push(table)
    const first = print === null ? undefined : seen.get(print)
    if (first !== undefined) problems.push(sameRows(sheet.name, first))
    else if (print !== null) seen.set(print, sheet.name)
  }
  return { tables, whole: null, problems }
}

/** What says of itself that it unpacks to too much is not begun; false claims are found out while unpacking. */
function refuseClaims(sheets: readonly OpenSheet[], { bytesMax, ratioMax }: ZipLimits): void {
  if (sheets.reduce((sum, { claimedBytes }) => sum + claimedBytes, 0) > bytesMax) throw new ZipDefect('zip/too-large')
  for (const { path, claimedBytes, packedBytes } of sheets)
    if (claimedBytes > RATIO_COUNTS_FROM_BYTES && claimedBytes > packedBytes * ratioMax) throw new ZipDefect('zip/ratio', path)
}

type Opened = { table: LongTable; print: string | null }

/** `print`: what the rows say, when there are rows and other sheets may say the same. */
async function openLong(open: OpenSheets, sheet: OpenSheet, findHeader: FindHeader | undefined, hasOthers: boolean): Promise<Opened> {
  const { name } = sheet
  const first = await firstRecords(open, sheet)
  const { top, layout } = layTable(name, name, first, findHeader)
  const table: LongTable = {
    top,
    sample: rowsOf(first, layout),
    async read(take) {
      const body = new TableBody(layout)
      const pass = open.startPass()
      let last = 0
      const end = await streamSheet(pass.part(sheet), pass.context, async (records) => {
        const rows: TableRow[] = []
        for (const record of records) body.push(record, rows)
        last = records.at(-1)?.row ?? last
        if (rows.length > 0) await take(rows)
      }).catch((error: unknown) => {
        throw damageAt(error, rowPosition(name, last + 1))
      })
      const { totals, blankRows, problems } = body.end()
      return { totals, blankRows, problems: [...top.problems, ...problems, ...sheetProblems(name, end, top)] }
    },
  }
  return { table, print: hasOthers ? await printOf(table) : null }
}

/** Damage with the place where it was met; any other error as it is. */
function damageAt(error: unknown, position: string): unknown {
  const isDamage = error instanceof ZipDefect || error instanceof XmlDefect
  return isDamage ? new DamagedTable({ ...translated(error, position), position }) : error
}

async function printOf(table: LongTable): Promise<string | null> {
  let hash: Hash | null = null
  await table.read((rows) => {
    hash ??= createHash('sha256')
    for (const row of rows) hash.update(JSON.stringify(row.cells))
  })
  return (hash as Hash | null)?.digest('hex') ?? null
}

/** Enough of the rows that are not blank to find the header and the usual width. */
async function firstRecords(open: OpenSheets, sheet: OpenSheet): Promise<TableRow[]> {
  const pass = open.startPass()
  const filled: TableRow[] = []
  const isEnough = new Error('enough rows')
  try {
    await streamSheet(pass.part(sheet), pass.context, (rows) => {
      filled.push(...rows.filter((row) => !isBlank(row.cells)))
      if (filled.length >= TOP_RECORDS) throw isEnough
    })
  } catch (error) {
    if (error !== isEnough) throw error
  }
  return filled
}
