import { readPosition, stepOf } from '@/core/position'
import type { Problem } from '@/core/problem'
import type { ListEnd } from '@/formats/fields/list-end'
import type { RevocableTaker } from '@/formats/fields/list-reader'
import type { ReadFile, StagedRow } from '@/formats/staged-row'
import { type LongTable, rowPosition, type Table, type TableRow } from '@/formats/table'
import { type Correction, correctCells, readCorrectedSheet } from '../rules/correction'
import type { RowSink } from './row-sink'

/** The correction that a workbook carries; null when it is a file like any other. */
export function correctionIn(tables: readonly Table[]): Correction | null {
  const sheets = tables.flatMap((table) => {
    const titles = table.columns.map(({ title }) => title)
    return readCorrectedSheet([...table.preamble, titles, ...table.rows.map(({ cells }) => cells), ...table.totals]) ?? []
  })
  const [first] = sheets
  if (first === undefined) return null
  return { batchId: first.batchId, tables: sheets.filter(({ batchId }) => batchId === first.batchId).map(({ table }) => table) }
}

/**
 * The table of the first file with the corrected cells in their places, so that dialects, groups and equal rows are read as they
 * were. Lines that could not be cut into cells become rows, after the others.
 */
export function correctTable(table: LongTable, correction: Correction): LongTable {
  const { name, columns } = table.top
  const titles = columns.map(({ title }) => title)
  const changes = new Map<number, (original: readonly string[]) => string[]>()
  for (const from of [...(correction.earlier ?? []), ...correction.tables]) {
    for (const { position, cells } of from.rows) {
      const row = stepOf(readPosition(position) ?? [], 'row')
      if (row === null || rowPosition(name === '' ? null : name, row) !== position) continue
      changes.set(row, (original) => correctCells(titles, original, from, cells))
    }
  }
  const changed = (row: TableRow): TableRow => ({ row: row.row, cells: changes.get(row.row)?.(row.cells) ?? row.cells })
  return {
    ...table,
    sample: table.sample.map(changed),
    async read(take) {
      const left = new Map(changes)
      const end = await table.read((rows) =>
        take(
          rows.map((row) => {
            left.delete(row.row)
            return changed(row)
          }),
        ),
      )
      if (left.size > 0) await take([...left].map(([row, change]) => ({ row, cells: change([]) })))
      const isLeft = ({ position }: Problem) => left.has(stepOf(readPosition(position) ?? [], 'row') ?? 0)
      return { ...end, problems: end.problems.filter((problem) => !isLeft(problem)) }
    },
  }
}

/** Lets only the rows on that the correction touched; the others came in before and are counted among their equals. */
export class CorrectedRows implements RevocableTaker {
  readonly #sink: RowSink
  readonly #positions: ReadonlySet<string>

  constructor(sink: RowSink, correction: Correction) {
    this.#sink = sink
    this.#positions = new Set(correction.tables.flatMap(({ rows }) => rows.map(({ position }) => position)))
  }

  /** What reading found, less what it found before. */
  onlyMeant(end: ListEnd): ListEnd {
    return { ...end, blank: 0, problems: end.problems.filter(({ position }) => this.#positions.has(position)) }
  }

  add(row: StagedRow): void {
    if (positionsIn(row).some((position) => this.#positions.has(position))) this.#sink.add(row)
    else this.#sink.pass(row)
  }

  reject(rejected: ReadFile['rejected'][number]): void {
    if (this.#positions.has(rejected.position)) this.#sink.reject(rejected)
  }

  isEmpty(): boolean {
    return this.#sink.isEmpty()
  }

  withdraw(): void {
    this.#sink.withdraw()
  }

  room(): Promise<void> {
    return this.#sink.room()
  }
}

/** The position of a row and those of the lines inside it. */
function positionsIn({ position, values }: StagedRow): string[] {
  const found = [position]
  const visit = (part: unknown) => {
    if (Array.isArray(part)) part.forEach(visit)
    else if (typeof part === 'object' && part !== null)
      for (const [key, inside] of Object.entries(part)) {
        if (key === 'position' && typeof inside === 'string') found.push(inside)
        else visit(inside)
      }
  }
  visit(values)
  return found
}
