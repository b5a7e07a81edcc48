import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import Papa from 'papaparse'

/** A cell of a list: text, a business date, a number, or an amount with its currency. */
export type ListCell =
  | { kind: 'text' | 'date' | 'number'; text: string }
  | { kind: 'money'; text: string; currency: string; digits: number }

/** A line of a list; of a grouped one the head of a group with its subtotals, or a row below one. */
export type ListLine = { cells: readonly ListCell[]; of?: 'group' | 'row-of-group' }

export type ListToWrite = {
  sheetName: string
  titles: readonly string[]
  /** Pages of rows, as they are found. */
  pages: AsyncIterable<readonly ListLine[]>
  /** Name of the sheet that says what the list is, and its lines; it is asked for when all rows are written. */
  about: { sheetName: string; lines: () => readonly (readonly [string, string])[] }
}

const WIDTH_MAX = 40

/** A list as a workbook: typed cells, frozen titles, a filter on them, and a sheet that says what it is. Source: the kit of exceljs. */
export async function writeListWorkbook({ sheetName, titles, pages, about }: ListToWrite): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new PassThrough()
  const content = buffer(stream)
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
  const sheet = book.addWorksheet(sheetName.slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }],
    // Rows fold up under the head of their group.
    properties: { outlineLevelRow: 1, outlineProperties: { summaryBelow: false, summaryRight: false } },
  })
  sheet.columns = titles.map((title) => ({ width: Math.min(WIDTH_MAX, Math.max(12, title.length + 4)) }))
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: titles.length } }
  const header = sheet.addRow([...titles])
  header.font = { bold: true }
  header.commit()
  for await (const rows of pages) for (const row of rows) writeRow(sheet, row)
  sheet.commit()
  const aboutSheet = book.addWorksheet(about.sheetName.slice(0, 31))
  aboutSheet.columns = [{ width: 20 }, { width: 80 }]
  for (const line of about.lines()) aboutSheet.addRow([...line]).commit()
  aboutSheet.commit()
  await book.commit()
  return new Uint8Array(await content)
}

function writeRow(sheet: ExcelJS.Worksheet, { cells, of }: ListLine): void {
  const row = sheet.addRow(cells.map(valueOf))
  if (of === 'group') row.font = { bold: true }
  if (of === 'row-of-group') row.outlineLevel = 1
  cells.forEach((cell, at) => {
    if (cell.text === '') return
    if (cell.kind === 'money')
      row.getCell(at + 1).numFmt = `#,##0${cell.digits === 0 ? '' : `.${'0'.repeat(cell.digits)}`} "${cell.currency}"`
    if (cell.kind === 'date') row.getCell(at + 1).numFmt = 'yyyy-mm-dd'
  })
  row.commit()
}

// A spreadsheet keeps 15 digits, which no single deduction has; the list itself never counts with these.
function valueOf(cell: ListCell): string | number | Date | null {
  if (cell.text === '') return null
  switch (cell.kind) {
    case 'text':
      return cell.text
    case 'date':
      return new Date(`${cell.text}T00:00:00Z`)
    case 'number':
    case 'money':
      return Number(cell.text)
  }
}

/** The same rows as CSV: plain numbers and ISO dates. */
export async function writeListCsv({ titles, pages }: ListToWrite): Promise<Uint8Array<ArrayBuffer>> {
  // What stands in a file that a spreadsheet opens must not run: the mark in front keeps it text. A negative number stays one.
  const unparse = (rows: readonly (readonly string[])[]) =>
    Papa.unparse(
      rows.map((row) => [...row]),
      { escapeFormulae: /^[=+@\t\r]|^-(?![\d.]+$)/ },
    )
  const lines = [unparse([titles])]
  for await (const rows of pages) if (rows.length > 0) lines.push(unparse(rows.map((row) => row.cells.map((cell) => cell.text))))
  return new Uint8Array(new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`))
}
