import type { BenchRow } from './bench-row'
import { makeDeductions } from './make-deductions'
import type { Times } from './timed'
import { TRACKER_PATHS, type TrackerPath, timesOf, timesOfOurs } from './tracker-paths'
import { type BenchSize, memoryMb, rounded, withDatabase } from './with-database'

const DEDUCTIONS = { full: 1_000_000, small: 20_000 }
const GROWN = { full: 10_000_000, small: 200_000 }
const P95_MS = 150
const FLOOR_RATIO = 3
const GROWTH = 1.5

/** What people do in the tracker, at a million deductions, beside the bare SQL of the same rows, count and sums. */
export async function benchTracker(size: BenchSize): Promise<BenchRow[]> {
  return withDatabase(async () => {
    await makeDeductions(DEDUCTIONS[size])
    const rows: BenchRow[] = []
    for (const group of [...new Set(TRACKER_PATHS.map((path) => path.group))]) {
      const paths = TRACKER_PATHS.filter((path) => path.group === group)
      rows.push(await measureGroup(`Tracker, ${DEDUCTIONS[size].toLocaleString('en')} deductions: ${group}`, paths))
    }
    return rows
  })
}

/** The same at ten times as many; only what an index serves, which must hardly cost more. */
export async function benchTrackerGrowth(size: BenchSize): Promise<BenchRow[]> {
  const paths = TRACKER_PATHS.filter((path) => path.isIndexed)
  const measure = async (deductions: number) =>
    withDatabase(async () => {
      await makeDeductions(deductions, { withNumbers: false })
      const times: Times[] = []
      for (const path of paths) {
        const one = await timesOfOurs(path)
        process.stderr.write(`  ${deductions} ${path.name}: ${rounded(one.median)} ms, ${rounded(one.processor)} ms of processors\n`)
        times.push(one)
      }
      const mean = (of: (one: Times) => number) => times.reduce((sum, one) => sum + of(one), 0) / times.length
      return { wall: mean(({ median }) => median), processor: mean(({ processor }) => processor) }
    })
  const before = await measure(DEDUCTIONS[size])
  const after = await measure(GROWN[size])
  const ratios = {
    'a tenth of them, by the wall': rounded(after.wall / before.wall),
    'a tenth of them, by processor': rounded(after.processor / before.processor),
  }
  return [
    {
      name: `Tracker, ${GROWN[size].toLocaleString('en')} deductions, mean of ${paths.length} indexed paths`,
      ours: `${rounded(after.wall)} ms, ${rounded(after.processor)} ms of processors`,
      peers: {
        'a tenth of them, by the wall': `${rounded(before.wall)} ms`,
        'a tenth of them, by processor': `${rounded(before.processor)} ms`,
      },
      ratios,
      goal: `at most ${GROWTH} × the time`,
      met: ratios['a tenth of them, by the wall'] <= GROWTH,
      memoryMb: memoryMb(),
    },
  ]
}

// The slowest of a group speaks for it, by its time and by its ratio.
async function measureGroup(name: string, paths: readonly TrackerPath[]): Promise<BenchRow> {
  const measured: ({ path: string } & Awaited<ReturnType<typeof timesOf>>)[] = []
  for (const path of paths) measured.push({ path: path.name, ...(await timesOf(path)) })
  const slowest = measured.reduce((a, b) => (b.ours.p95 > a.ours.p95 ? b : a))
  const laborious = measured.reduce((a, b) => (b.ours.processor > a.ours.processor ? b : a))
  const ratioOf = (one: (typeof measured)[number]) => one.ours.median / one.bare.median
  const dearest = measured.reduce((a, b) => (ratioOf(b) > ratioOf(a) ? b : a))
  const ratio = rounded(ratioOf(dearest))
  return {
    name,
    ours: `95th percentile ${rounded(slowest.ours.p95)} ms (${slowest.path}), median of all ${rounded(measured.reduce((sum, one) => sum + one.ours.median, 0) / measured.length)} ms, processor time at most ${rounded(laborious.ours.processor)} ms (${laborious.path})`,
    peers: { [`bare SQL of ${dearest.path}`]: `${rounded(dearest.bare.median)} ms` },
    ratios: { [`bare SQL of ${dearest.path}`]: ratio },
    goal: `95th percentile at most ${P95_MS} ms, at most ${FLOOR_RATIO} × the bare SQL`,
    met: slowest.ours.p95 <= P95_MS && ratio <= FLOOR_RATIO,
    memoryMb: memoryMb(),
  }
}
