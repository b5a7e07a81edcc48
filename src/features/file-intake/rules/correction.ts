/** Rows of one table after a person corrected them: their position in the file they came from, and their cells under its titles. */
export type CorrectedTable = { titles: string[]; rows: { position: string; cells: string[] }[] }

/** Rejected rows that came back corrected, the import that had rejected them, and what earlier corrections of it had changed. */
export type Correction = { batchId: string; tables: CorrectedTable[]; earlier?: CorrectedTable[] }

/** The columns in front of the original ones: the hidden mark, then position, field and reason for the person who corrects. */
export const FRONT_COLUMNS = 4

const MARK = /^recoup-correction:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** The title of the hidden first column, by which a corrected workbook is known again; its cells are the positions of the rows. */
export function correctionMark(batchId: string): string {
  return `recoup-correction:${batchId}`
}

/** Reads the lines of a sheet as corrected rows; null when none of them carries the mark. */
export function readCorrectedSheet(lines: readonly (readonly string[])[]): { batchId: string; table: CorrectedTable } | null {
  const header = lines.find(([first = '']) => MARK.test(first))
  const batchId = MARK.exec(header?.[0] ?? '')?.[1]
  if (header === undefined || batchId === undefined) return null
  const rows = lines.flatMap((line) => {
    const [position = ''] = line
    return line === header || position === '' ? [] : [{ position, cells: line.slice(FRONT_COLUMNS) }]
  })
  return { batchId, table: { titles: header.slice(FRONT_COLUMNS).map(oneBlank), rows } }
}

/**
 * The cells of a row after correction, in the order of the original columns. Columns are found by their title, the second of two
 * equal ones as the second; a column that the person took out keeps what the file had.
 */
export function correctCells(
  titles: readonly string[],
  original: readonly string[],
  corrected: CorrectedTable,
  cells: readonly string[],
): string[] {
  const places = new Map<string, number[]>()
  for (const [index, title] of corrected.titles.entries()) places.set(title, [...(places.get(title) ?? []), index])
  const seen = new Map<string, number>()
  return titles.map((title, index) => {
    const key = oneBlank(title)
    const nth = seen.get(key) ?? 0
    seen.set(key, nth + 1)
    const place = places.get(key)?.[nth]
    return place === undefined ? (original[index] ?? '') : (cells[place] ?? '').trim()
  })
}

/** Only the rows at these positions; the others were not rejected, or came in since. */
export function onlyPositions(correction: Correction, positions: ReadonlySet<string>): Correction {
  return {
    ...correction,
    tables: correction.tables.map((table) => ({ ...table, rows: table.rows.filter(({ position }) => positions.has(position)) })),
  }
}

function oneBlank(title: string): string {
  return title.replace(/\s+/g, ' ').trim()
}
