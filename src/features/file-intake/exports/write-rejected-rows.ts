import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import Papa from 'papaparse'
import type { RejectedSheet } from '../imports/gather-rejected'
import type { RowToCorrect } from '../queries/find-rejected-file'
import { correctionMark } from '../rules/correction'

export type ExportedFile = { content: Uint8Array<ArrayBuffer>; mediaType: string; extension: 'csv' | 'xlsx' }

/** The titles of position, field and reason, and these three of a row, in the reader's language. */
export type RejectedTexts = { titles: readonly string[]; cellsOf: (position: string, row: RowToCorrect) => readonly string[] }

const SHEET_NAME_MAX = 31
const FRONT_WIDTHS = [4, 16, 18, 52]

/**
 * Rejected rows as a workbook, one sheet per table: position, field and reason, then all columns of the file. Corrected in place and
 * sent again it is known by its hidden first column. Every cell is text, so nothing runs and nothing is turned into a number.
 */
export async function writeRejectedWorkbook(
  batchId: string,
  sheets: readonly RejectedSheet[],
  texts: RejectedTexts,
): Promise<ExportedFile> {
  const stream = new PassThrough()
  const content = buffer(stream)
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
  for (const [index, sheet] of sheets.entries()) writeSheet(book, sheet, sheetName(sheet.name, index), batchId, texts)
  await book.commit()
  const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { content: new Uint8Array(await content), mediaType, extension: 'xlsx' }
}

function writeSheet(
  book: ExcelJS.stream.xlsx.WorkbookWriter,
  { titles, canReturn, rows }: RejectedSheet,
  name: string,
  batchId: string,
  texts: RejectedTexts,
): void {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1, xSplit: 2 }] })
  const style = { numFmt: '@' }
  sheet.columns = [...FRONT_WIDTHS, ...titles.map((title) => Math.min(40, Math.max(12, title.length + 2)))].map((width, index) => ({
    width,
    style,
    hidden: index === 0,
  }))
  const header = sheet.addRow([canReturn ? correctionMark(batchId) : '', ...texts.titles, ...titles])
  header.font = { bold: true }
  header.commit()
  for (const { reason, position, cells } of rows)
    sheet.addRow([canReturn ? position : '', ...texts.cellsOf(position, reason), ...cells]).commit()
  sheet.commit()
}

/** The same rows as CSV, to look at. A spreadsheet would run a cell that starts like a formula; the mark in front keeps it text. */
export function writeRejectedCsv(sheets: readonly RejectedSheet[], texts: RejectedTexts): ExportedFile {
  const lines = sheets.flatMap(({ titles, rows }) => [
    [...texts.titles, ...titles],
    ...rows.map(({ reason, position, cells }) => [...texts.cellsOf(position, reason), ...cells]),
  ])
  const text = Papa.unparse(lines, { escapeFormulae: true })
  // Excel needs the byte order mark.
  return { content: new TextEncoder().encode(`\uFEFF${text}\r\n`), mediaType: 'text/csv; charset=utf-8', extension: 'csv' }
}

// What Excel allows as the name of a sheet.
function sheetName(name: string | null, index: number): string {
  const bare = (name ?? '').replace(/[*?:\\/[\]]/g, ' ').trim()
  return (bare === '' || /^'|'$/.test(bare) ? `Rows ${index + 1}` : bare).slice(0, SHEET_NAME_MAX)
}
