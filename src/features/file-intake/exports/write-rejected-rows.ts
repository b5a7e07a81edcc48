import ExcelJS from 'exceljs'
import Papa from 'papaparse'
import type { RejectedRow } from '../queries/find-import'

export type ExportedFile = { content: Uint8Array<ArrayBuffer>; mediaType: string; extension: 'csv' | 'xlsx' }

/** The titles of the columns, and the first three cells of a row, in the reader's language. */
export type RejectedTexts = { titles: readonly string[]; cellsOf: (row: RejectedRow) => readonly string[] }

/** Rejected rows with the reason beside each, to be corrected and sent again. Cells of the source come last, one per column. */
export async function writeRejectedRows(
  rows: readonly RejectedRow[],
  texts: RejectedTexts,
  extension: 'csv' | 'xlsx',
): Promise<ExportedFile> {
  const lines = rows.map((row) => [...texts.cellsOf(row), ...row.text.split('\t')])
  return extension === 'csv' ? csvOf([texts.titles, ...lines]) : workbookOf([texts.titles, ...lines])
}

// A spreadsheet would run a cell that starts like a formula; the mark in front keeps it text. Excel needs the byte order mark.
function csvOf(lines: readonly (readonly string[])[]): ExportedFile {
  const text = Papa.unparse(
    lines.map((line) => [...line]),
    { escapeFormulae: true },
  )
  return { content: new TextEncoder().encode(`\uFEFF${text}\r\n`), mediaType: 'text/csv; charset=utf-8', extension: 'csv' }
}

async function workbookOf(lines: readonly (readonly string[])[]): Promise<ExportedFile> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Rows', { views: [{ state: 'frozen', ySplit: 1 }] })
  for (const line of lines) sheet.addRow([...line])
  sheet.getRow(1).font = { bold: true }
  for (const [index, width] of [14, 18, 48].entries()) sheet.getColumn(index + 1).width = width
  const content = new Uint8Array(await book.xlsx.writeBuffer())
  return { content, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extension: 'xlsx' }
}
