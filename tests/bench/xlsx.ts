import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BenchRow } from './bench-row'
import { makeOrderBook } from './make-order-book'
import { medianSeconds, runInTurn, runRound } from './rounds'
import { type BenchSize, rounded } from './with-database'

const LINES = { full: 200_000, small: 20_000 }
const LONG_LINES = { full: 380_000, small: 60_000 }
const ROUNDS = { full: 5, small: 2 }
const SEED = 106
const GOALS = { timesFaster: 3, memoryMb: 200 }

/**
 * Reads one order list out of a workbook to typed rows, beside exceljs' streaming reader that only hands the cells over; both add up
 * the net value. Memory is that of a process reading a workbook whose sheet is of 200 MB.
 */
export async function benchXlsx(size: BenchSize): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'recoup-bench-'))
  try {
    const path = join(folder, 'va05.xlsx')
    const long = join(folder, 'long.xlsx')
    const truth = await makeOrderBook(path, LINES[size], SEED)
    const { unpackedBytes } = await makeOrderBook(long, LONG_LINES[size], SEED)
    const { xlsx: ours, exceljs } = await runInTurn(['xlsx', 'exceljs'], path, ROUNDS[size])
    for (const { rows, sum } of [...ours, ...exceljs])
      if (rows !== truth.lines || sum !== truth.netCents) throw new Error('a reader found something else than the file was made of')
    const { memoryMb } = await runRound('xlsx', long)
    const speed = (seconds: number) => `${Math.round(truth.lines / seconds).toLocaleString('en')} rows per processor second`
    const ratio = rounded(medianSeconds(exceljs) / medianSeconds(ours))
    const megabytes = Math.round((await stat(path)).size / 1e6)
    return [
      {
        name: `XLSX: ${truth.lines.toLocaleString('en')} order lines of a workbook of ${megabytes} MB, typed and checked, beside handing cells over`,
        ours: speed(medianSeconds(ours)),
        peers: { 'exceljs, streaming': speed(medianSeconds(exceljs)) },
        ratios: { 'exceljs, streaming': ratio },
        goal: `${GOALS.timesFaster} × exceljs, under ${GOALS.memoryMb} MB for a sheet of ${Math.round(unpackedBytes / 1e6)} MB`,
        met: ratio >= GOALS.timesFaster && memoryMb < GOALS.memoryMb,
        memoryMb,
      },
    ]
  } finally {
    await rm(folder, { recursive: true })
  }
}
