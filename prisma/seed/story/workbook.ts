import ExcelJS from 'exceljs'

export type WorkbookCell = string | number | Date | null

const FIXED_TIME = new Date('2026-01-05T08:00:00Z')
const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
// 5 January 2026, 08:00:00 as MS-DOS time and date.
const DOS_TIME = 8 << 11
const DOS_DATE = ((2026 - 1980) << 9) | (1 << 5) | 5

/** A workbook of one sheet with a title row. The same cells give the same bytes. */
export async function workbookOf(
  sheetName: string,
  titles: readonly string[],
  rows: readonly (readonly WorkbookCell[])[],
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.creator = 'Meridian Mobility'
  book.created = FIXED_TIME
  book.modified = FIXED_TIME
  const sheet = book.addWorksheet(sheetName)
  sheet.addRow([...titles])
  for (const row of rows) sheet.addRow([...row])
  return withFixedTimes(new Uint8Array(await book.xlsx.writeBuffer()))
}

// The archive stores the moment of writing with every entry; a story has no such moment.
function withFixedTimes(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = endOfCentralDirectory(view)
  let at = view.getUint32(end + 16, true)
  for (let entry = view.getUint16(end + 10, true); entry > 0; entry--) {
    if (view.getUint32(at, true) !== CENTRAL_HEADER) throw new Error('the workbook is no zip archive')
    const local = view.getUint32(at + 42, true)
    if (view.getUint32(local, true) !== LOCAL_HEADER) throw new Error('the workbook is no zip archive')
    view.setUint16(at + 12, DOS_TIME, true)
    view.setUint16(at + 14, DOS_DATE, true)
    view.setUint16(local + 10, DOS_TIME, true)
    view.setUint16(local + 12, DOS_DATE, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return zip
}

function endOfCentralDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at--) if (view.getUint32(at, true) === 0x06054b50) return at
  throw new Error('the workbook is no zip archive')
}
