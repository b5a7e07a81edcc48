import { arch, cpus, loadavg, platform, totalmem } from 'node:os'
import type { BenchRow } from './bench-row'
import { benchCsv } from './csv'
import { benchIntake } from './intake'
import { benchLists } from './lists'
import { benchReconciliation } from './reconciliation'
import { benchTracker, benchTrackerGrowth } from './tracker'
import { benchTrackerRoute } from './tracker-route'
import { benchTriage } from './triage'
import type { BenchSize } from './with-database'
import { benchX12 } from './x12'
import { benchXlsx } from './xlsx'

const BENCHES: Readonly<Record<string, (size: BenchSize) => Promise<BenchRow[]>>> = {
  x12: benchX12,
  csv: benchCsv,
  xlsx: benchXlsx,
  intake: benchIntake,
  reconciliation: benchReconciliation,
  tracker: benchTracker,
  'tracker-growth': benchTrackerGrowth,
  'tracker-route': benchTrackerRoute,
  lists: benchLists,
  triage: benchTriage,
}

const words = process.argv.slice(2)
const size = words.includes('--small') ? 'small' : 'full'
const isJson = words.includes('--json')
const chosen = words.filter((word) => !word.startsWith('--'))
const unknown = chosen.filter((name) => !(name in BENCHES))

if (unknown.length > 0) {
  process.stderr.write(`no such bench: ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}\n`)
  process.exitCode = 2
} else {
  process.exitCode = await run(chosen.length > 0 ? chosen : Object.keys(BENCHES))
}

async function run(names: readonly string[]): Promise<number> {
  const machine = `${platform()} ${arch()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, node ${process.version}`
  const before = loadavg()[0]?.toFixed(1)
  const rows: BenchRow[] = []
  for (const name of names) {
    process.stderr.write(`${name} …\n`)
    rows.push(...((await BENCHES[name]?.(size)) ?? []))
  }
  const load = `${before} before, ${loadavg()[0]?.toFixed(1)} after`
  if (isJson) process.stdout.write(`${JSON.stringify({ machine, load, rows }, null, 2)}\n`)
  else process.stdout.write(`${machine}, load ${load}\n\n${rows.map(describe).join('\n\n')}\n`)
  return rows.every((row) => row.met) ? 0 : 1
}

function describe(row: BenchRow): string {
  const peers = Object.entries(row.peers).map(([name, value]) => `  ${name}: ${value} (ours ${row.ratios[name]} ×)`)
  return [
    `${row.met ? 'met   ' : 'MISSED'} ${row.name}`,
    `  ours: ${row.ours}`,
    ...peers,
    `  goal: ${row.goal}; peak memory ${row.memoryMb} MB`,
  ].join('\n')
}
