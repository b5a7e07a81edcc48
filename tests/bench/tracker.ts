import type { BenchRow } from './bench-row'
import { makeDeductions } from './make-deductions'
import { medianOf, TRACKER_PATHS, type TrackerPath, timesOf } from './tracker-paths'
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
      const medians: number[] = []
      for (const path of paths) medians.push(await medianOf(path))
      return medians.reduce((sum, one) => sum + one, 0) / medians.length
    })
  const before = await measure(DEDUCTIONS[size])
  const after = await measure(GROWN[size])
  const ratio = rounded(after / before)
  return [
    {
      name: `Tracker, ${GROWN[size].toLocaleString('en')} deductions, mean of ${paths.length} indexed paths`,
      ours: `${rounded(after)} ms`,
      peers: { 'a tenth of them': `${rounded(before)} ms` },
      ratios: { 'a tenth of them': ratio },
      goal: `at most ${GROWTH} × the time`,
      met: ratio <= GROWTH,
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
