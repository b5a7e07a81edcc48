import type { Problem } from '@/core/problem'
import { XmlDefect } from '../xml/parse-xml'
import { zipBudget } from '../zip/inflate-entry'
import type { PackedBytes } from '../zip/packed-bytes'
import { readZipDirectory } from '../zip/read-zip-directory'
import type { ZipLimits } from '../zip/zip-limits'
import { partOf, readWorkbookPart, type XlsxPackage, type XlsxSheet, type XlsxWorkbook } from './open-package'
import { readSharedStrings } from './read-shared-strings'
import { readStyles } from './read-styles'
import type { SheetContext } from './sheet-cells'
import { missingSheet, workbookProblems } from './workbook-problems'

const CELLS_MAX = 20_000_000

/** A visible sheet, and how large the directory says it is. */
export type OpenSheet = { name: string; path: string; claimedBytes: number; packedBytes: number }
/** One reading of sheets: what it may unpack and how many cells it may hold is counted for itself. */
export type SheetPass = { context: SheetContext; part: (sheet: OpenSheet) => AsyncIterable<Uint8Array> }
export type OpenSheets = { sheets: OpenSheet[]; problems: Problem[]; startPass: () => SheetPass }

/** Opens a workbook as far as its sheets. Macros and links to other files are left alone; hidden sheets are named, not read. Throws on damage. */
export async function openSheets(bytes: PackedBytes, limits: ZipLimits): Promise<OpenSheets> {
  const entries = new Map(readZipDirectory(bytes, limits).map((entry) => [entry.path.replace(/^\//, '').toLowerCase(), entry]))
  const file: XlsxPackage = { bytes, entries, budget: zipBudget(limits) }
  if (entries.has('xl/workbook.bin')) throw new XmlDefect('xlsx/binary', 'The workbook is in the binary form; save it as XLSX.')
  const workbook = await readWorkbookPart(file)
  const problems = workbookProblems(workbook)
  const strings = await readSharedStrings(workbook.sharedStringsPath === null ? null : partOf(file, workbook.sharedStringsPath))
  const formats = await readStyles(workbook.stylesPath === null ? null : partOf(file, workbook.stylesPath))
  const sheets: OpenSheet[] = []
  for (const { name, path, isHidden } of sheetsOf(file, workbook)) {
    const entry = entries.get(path.toLowerCase())
    if (isHidden) continue
    if (entry === undefined) problems.push(missingSheet(name))
    else sheets.push({ name, path, claimedBytes: entry.claimedBytes, packedBytes: entry.packedBytes })
  }
  const startPass = (): SheetPass => {
    const again = { ...file, budget: { ...file.budget } }
    return {
      context: { strings, formats, usesDates1904: workbook.usesDates1904, cells: { left: CELLS_MAX } },
      part: ({ path }) => partOf(again, path) ?? nothing(),
    }
  }
  return { sheets, problems, startPass }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

// A workbook without its list of sheets still has them.
function sheetsOf(file: XlsxPackage, workbook: XlsxWorkbook): XlsxSheet[] {
  if (workbook.sheets.length > 0) return workbook.sheets
  const paths = [...file.entries.keys()].filter((path) => /(?:^|\/)worksheets\/[^/]+\.xml$/.test(path)).sort()
  return paths.map((path) => ({ name: path.slice(path.lastIndexOf('/') + 1, -4), isHidden: false, path }))
}
