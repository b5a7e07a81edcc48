import type { Problem } from '@/core/problem'
import { rowPosition, type Table } from '../table'
import { XmlDefect } from '../xml/parse-xml'
import { ZipDefect } from '../zip/zip-limits'
import type { XlsxWorkbook } from './open-package'
import type { SheetEnd } from './read-sheet'
import type { SheetNote } from './sheet-cells'

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

/** What has to be said about the cells of a sheet. */
export function sheetProblems(name: string, read: SheetEnd, table: Pick<Table, 'headerRow'>): Problem[] {
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

/** What has to be said about a workbook before its rows are read. */
export function workbookProblems(workbook: XlsxWorkbook): Problem[] {
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

/** The same rows on two sheets would count money twice. */
export function sameRows(sheet: string, first: string): Problem {
  const message = `The sheet holds the same rows as sheet ${first}.`
  return { position: `sheet ${sheet}`, field: '', code: 'xlsx/same-rows', message }
}

export function missingSheet(sheet: string): Problem {
  const message = 'The workbook names a sheet that it does not hold.'
  return { position: `sheet ${sheet}`, field: '', code: 'xlsx/missing-sheet', message }
}

/** The problem that an archive or XML had; anything else is thrown on. */
export function translated(error: unknown, position: string): Problem {
  if (error instanceof ZipDefect) return error.problem
  if (error instanceof XmlDefect) return { position, field: '', code: error.code, message: error.message }
  throw error
}
