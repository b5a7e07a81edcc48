import { LIST_SOURCES } from '@/features/reports/queries/list-sources'
import type { BenchRow } from './bench-row'
import { type ListPath, listPaths } from './list-paths'
import { makeLists } from './make-lists'
import { type Times, timesInTurn } from './timed'
import { type BenchSize, memoryMb, rounded, withDatabase } from './with-database'

const ROWS = { full: 300_000, small: 5_000 }
const ROUNDS = { ours: 5, bare: 2 }
const P95_MS = 150
const FLOOR_RATIO = 3

/** What people do in every list that is made of its definition, beside the SQL of the definition as it stands. */
export async function benchLists(size: BenchSize): Promise<BenchRow[]> {
  return withDatabase(async () => {
    await makeLists(ROWS[size])
    const rows: BenchRow[] = []
    for (const { source } of LIST_SOURCES) {
      const paths = listPaths(source)
      for (const group of [...new Set(paths.map((path) => path.group))]) {
        const name = `List of ${source.shape.key}, ${ROWS[size].toLocaleString('en')} rows: ${group}`
        process.stderr.write(`${name}\n`)
        rows.push(
          await measureGroup(
            name,
            paths.filter((path) => path.group === group),
          ),
        )
      }
    }
    return rows
  })
}

type Measured = { path: string; ours: Times; bare: Times }

// All that miss a goal are named; the slowest and the dearest of the others speak for the group.
async function measureGroup(name: string, paths: readonly ListPath[]): Promise<BenchRow> {
  const measured: Measured[] = []
  for (const path of paths) measured.push({ path: path.name, ...(await timesInTurn(path, ROUNDS)) })
  const slowest = measured.reduce((a, b) => (b.ours.p95 > a.ours.p95 ? b : a))
  const dearest = measured.reduce((a, b) => (ratioOf(b) > ratioOf(a) ? b : a))
  const missed = measured.filter((one) => one.ours.p95 > P95_MS || ratioOf(one) > FLOOR_RATIO)
  const said = missed.map((one) => `${one.path} ${rounded(one.ours.p95)} ms, ${rounded(ratioOf(one))} ×`)
  return {
    name,
    ours: `95th percentile ${rounded(slowest.ours.p95)} ms (${slowest.path})${said.length === 0 ? '' : `; missed by ${said.length} of ${measured.length}: ${said.join('; ')}`}`,
    peers: { [`bare SQL of ${dearest.path}`]: `${rounded(dearest.bare.median)} ms` },
    ratios: { [`bare SQL of ${dearest.path}`]: rounded(ratioOf(dearest)) },
    goal: `95th percentile at most ${P95_MS} ms, at most ${FLOOR_RATIO} × the bare SQL`,
    met: missed.length === 0,
    memoryMb: memoryMb(),
  }
}

function ratioOf({ ours, bare }: Measured): number {
  return ours.median / bare.median
}
