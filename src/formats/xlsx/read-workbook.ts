import { createHash } from 'node:crypto'
import type { Problem } from '@/core/problem'
import { buildTable } from '../build-table'
import type { FindHeader } from '../find-header'
import { rowPosition, type Table } from '../table'
import { XmlDefect } from '../xml/parse-xml'
import { zipBudget } from '../zip/inflate-entry'
import { readZipDirectory } from '../zip/read-zip-directory'
import { ZIP_LIMITS, ZipDefect, type ZipLimits } from '../zip/zip-limits'
import { partOf, readWorkbookPart, type XlsxPackage, type XlsxSheet, type XlsxWorkbook } from './open-package'
import { readSharedStrings } from './read-shared-strings'
import { readSheet, type SheetContext, type SheetNote, type SheetRows } from './read-sheet'
import { readStyles } from './read-styles'

const CELLS_MAX = 20_000_000

type TableContext = SheetContext & { findHeader: FindHeader | undefined }

/**
 * Reads an XLSX workbook as one table per visible sheet that has rows. Never throws: `problems` are those of the file,
 * each table carries its own. Macros and links to other files are left alone; hidden sheets are named, not read.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  limits: ZipLimits = ZIP_LIMITS,
  findHeader?: FindHeader,
): Promise<{ tables: Table[]; problems: Problem[] }> {
  const tables: Table[] = []
  const problems: Problem[] = []
  try {
    const entries = new Map(readZipDirectory(bytes, limits).map((entry) => [entry.path.replace(/^\//, '').toLowerCase(), entry]))
    const file: XlsxPackage = { bytes, entries, budget: zipBudget(limits) }
    if (entries.has('xl/workbook.bin')) throw new XmlDefect('xlsx/binary', 'The workbook is in the binary form; save it as XLSX.')
    const workbook = await readWorkbookPart(file)
    problems.push(...workbookProblems(workbook))
    const context: TableContext = {
      strings: await readSharedStrings(workbook.sharedStringsPath === null ? null : partOf(file, workbook.sharedStringsPath)),
      formats: await readStyles(workbook.stylesPath === null ? null : partOf(file, workbook.stylesPath)),
      usesDates1904: workbook.usesDates1904,
      cells: { left: CELLS_MAX },
      findHeader,
    }
    for (const sheet of sheetsOf(file, workbook)) if (!sheet.isHidden) await addSheet(file, sheet, context, tables, problems)
    problems.push(...sameSheets(tables))
  } catch (error) {
    problems.push(translated(error, 'workbook'))
  }
  return { tables, problems }
}

// A workbook without its list of sheets still has them.
function sheetsOf(file: XlsxPackage, workbook: XlsxWorkbook): XlsxSheet[] {
  if (workbook.sheets.length > 0) return workbook.sheets
  const paths = [...file.entries.keys()].filter((path) => /(?:^|\/)worksheets\/[^/]+\.xml$/.test(path)).sort()
  return paths.map((path) => ({ name: path.slice(path.lastIndexOf('/') + 1, -4), isHidden: false, path }))
}

async function addSheet(file: XlsxPackage, sheet: XlsxSheet, context: TableContext, tables: Table[], problems: Problem[]): Promise<void> {
  const part = partOf(file, sheet.path)
  if (part === null) {
    problems.push({
      position: `sheet ${sheet.name}`,
      field: '',
      code: 'xlsx/missing-sheet',
      message: 'The workbook names a sheet that it does not hold.',
    })
    return
  }
  try {
    const read = await readSheet(part, context)
    const table = buildTable({ name: sheet.name, sheet: sheet.name, records: read.rows, problems: [] }, context.findHeader)
    table.problems.push(...sheetProblems(sheet.name, read, table))
    if (table.rows.length > 0 || table.columns.length > 0) tables.push(table)
  } catch (error) {
    // A limit of the whole file stops everything; damage stops this sheet.
    if (error instanceof ZipDefect && error.problem.code !== 'zip/broken') throw error
    problems.push(translated(error, `sheet ${sheet.name}`))
  }
}

const NOTES: Readonly<Record<SheetNote, string>> = {
  formula: 'cells hold formulas; the values stored with them are read.',
  'formula-without-value': 'formulas have no stored value; open and save the file once.',
  'error-cell': 'cells show an error instead of a value.',
  rounded: 'numbers carried binary noise and are read with 15 digits, as the sheet shows them.',
  'lost-digits': 'numbers are longer than a sheet can hold; ids among them have lost their last digits.',
  'no-date': 'cells are styled as dates but are on no calendar.',
  'giant-cell': 'cells are longer than a sheet can hold and are cut.',
  'too-wide': 'cells stand too far to the right and are not read.',
  'hidden-row': 'rows are hidden; they are read like the others.',
  'broken-cell': 'cells point to a text that is not in the file.',
}

function sheetProblems(name: string, read: SheetRows, table: Table): Problem[] {
  const problems: Problem[] = [...read.notes].map(([note, seen]) => ({
    position: rowPosition(name, seen.row),
    field: note === 'hidden-row' ? '' : seen.column,
    code: `xlsx/${note}`,
    message: `${seen.count} ${NOTES[note]}`,
    facts: { count: String(seen.count) },
  }))
  const merged = read.merges.filter((range) => table.headerRow > 0 && lastRowOf(range) > table.headerRow)
  if (merged.length > 0)
    problems.push({
      position: `sheet ${name}`,
      field: merged[0] ?? '',
      code: 'xlsx/merged-cells',
      message: `${merged.length} merged ranges reach into the rows; only their first cell holds the value.`,
    })
  return problems
}

function lastRowOf(range: string): number {
  return Number(/(\d+)$/.exec(range)?.[1] ?? 0)
}

function workbookProblems(workbook: XlsxWorkbook): Problem[] {
  const problems: Problem[] = workbook.sheets
    .filter((sheet) => sheet.isHidden)
    .map((sheet) => ({
      position: `sheet ${sheet.name}`,
      field: '',
      code: 'xlsx/hidden-sheet',
      message: 'The sheet is hidden and is not read.',
    }))
  if (workbook.hasMacros)
    problems.push({ position: 'workbook', field: '', code: 'xlsx/macros', message: 'The workbook holds macros; they are ignored.' })
  if (workbook.hasExternalLinks)
    problems.push({
      position: 'workbook',
      field: '',
      code: 'xlsx/external-link',
      message: 'The workbook refers to other files; they are not opened.',
    })
  return problems
}

// The same rows on two sheets would count money twice.
function sameSheets(tables: readonly Table[]): Problem[] {
  const problems: Problem[] = []
  const seen = new Map<string, string>()
  for (const table of tables) {
    if (table.rows.length === 0) continue
    const hash = createHash('sha256')
    for (const row of table.rows) hash.update(JSON.stringify(row.cells))
    const key = hash.digest('hex')
    const first = seen.get(key)
    if (first === undefined) seen.set(key, table.name)
    else
      problems.push({
        position: `sheet ${table.name}`,
        field: '',
        code: 'xlsx/same-rows',
        message: `The sheet holds the same rows as sheet ${first}.`,
      })
  }
  return problems
}

function translated(error: unknown, position: string): Problem {
  if (error instanceof ZipDefect) return error.problem
  if (error instanceof XmlDefect) return { position, field: '', code: error.code, message: error.message }
  throw error
}
