import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BenchRow } from './bench-row'
import { makeOrderList } from './make-order-list'
import { medianSeconds, runInTurn, runRound } from './rounds'
import { type BenchSize, rounded } from './with-database'

const LINES = { full: 1_000_000, small: 100_000 }
const LONG_LINES = { full: 1_900_000, small: 200_000 }
const ROUNDS = { full: 5, small: 2 }
const SEED = 105
const GOALS = { timesPapaparse: 2, memoryMb: 200 }

/**
 * Reads one order list of a million lines to typed rows, beside papaparse that only cuts it into text; both add up the
 * net value. Memory is that of a process reading a list of 200 MB.
 */
export async function benchCsv(size: BenchSize): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'recoup-bench-'))
  try {
    const path = join(folder, 'va05.csv')
    const small = join(folder, 'small.csv')
    const long = join(folder, 'long.csv')
    const truth = await makeOrderList(path, LINES[size], SEED)
    await makeOrderList(small, LINES[size] / 10, SEED)
    await makeOrderList(long, LONG_LINES[size], SEED)
    const { csv: ours, papaparse } = await runInTurn(['csv', 'papaparse'], path, ROUNDS[size])
    for (const { rows, sum } of [...ours, ...papaparse])
      if (rows !== truth.lines || sum !== truth.netCents) throw new Error('a reader found something else than the file was made of')
    const { csv: tenth } = await runInTurn(['csv'], small, ROUNDS[size])
    const { memoryMb } = await runRound('csv', long)
    const bytes = (await stat(path)).size
    const speed = (seconds: number) => `${rounded(bytes / 1e6 / seconds)} MB per processor second`
    const ratio = rounded(medianSeconds(ours) / medianSeconds(papaparse))
    return [
      {
        name: `CSV: ${LINES[size].toLocaleString('en')} order lines decoded, typed and checked, beside cutting them into text`,
        ours: `${speed(medianSeconds(ours))}; a tenth of it takes 1/${rounded(medianSeconds(ours) / medianSeconds(tenth))} of the time`,
        peers: { papaparse: speed(medianSeconds(papaparse)) },
        ratios: { papaparse: ratio },
        goal: `at most ${GOALS.timesPapaparse} × the time of papaparse, under ${GOALS.memoryMb} MB for a list of ${Math.round((await stat(long)).size / 1e6)} MB`,
        met: ratio <= GOALS.timesPapaparse && memoryMb < GOALS.memoryMb,
        memoryMb,
      },
    ]
  } finally {
    await rm(folder, { recursive: true })
  }
}
