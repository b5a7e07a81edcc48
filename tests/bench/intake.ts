import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { systemActor } from '@/core/actor'
import { importFiles } from '@/features/file-intake/imports/import-files'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { pool } from '@/server/db/client'
import type { BenchRow } from './bench-row'
import { openProcessorTime } from './count-processor-time'
import { makeDeductions } from './make-deductions'
import { makeOrderList, ORDER_LIST_ACCOUNTS, ORDER_LIST_MATERIALS } from './make-order-list'
import { asBench, type BenchSize, rounded, withDatabase } from './with-database'

const LINES = { full: 1_000_000, small: 50_000 }
/** Taken over while pages are asked for, which then cost the import nothing that is measured. */
const LINES_MEANWHILE = { full: 200_000, small: 50_000 }
const DEDUCTIONS = { full: 100_000, small: 10_000 }
const IDLE_MILLISECONDS = { full: 30_000, small: 4_000 }
const SEED = 107
const GOALS = { linesPerSecond: 15_000, timesFloor: 3, timesFirst: 0.5, pagesGrowth: 1.25 }
const COLUMNS =
  'customer_id, number, number_key, line, ordered_on, po_number, po_key, sold_to_key, ship_to_key, item_id, material, quantity, unit, price_micros, net_minor, currency, requested_on, terms, status, fingerprint, batch_id, position'

type Cost = { seconds: number; processorSeconds: number }

/**
 * One list of order lines from file to committed rows, the same lines in other bytes, and a bare COPY of the same rows into the same
 * table, emptied, with its indexes and keys. Then more lines, while a process of its own asks what pages ask.
 */
export async function benchIntake(size: BenchSize): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'recoup-bench-'))
  const before = process.env['RECOUP_DATA']
  process.env['RECOUP_DATA'] = join(folder, 'data')
  try {
    return await withDatabase(() => measure(folder, size))
  } finally {
    closeReaders()
    if (before === undefined) delete process.env['RECOUP_DATA']
    else process.env['RECOUP_DATA'] = before
    await rm(folder, { recursive: true })
  }
}

async function measure(folder: string, size: BenchSize): Promise<BenchRow[]> {
  await makeDeductions(DEDUCTIONS[size])
  await makeMasterData()
  const lines = LINES[size]
  const files = { first: join(folder, 'va05.csv'), again: join(folder, 'va05-again.csv'), meanwhile: join(folder, 'va05-more.csv') }
  await makeOrderList(files.first, lines, SEED)
  await makeOrderList(files.again, lines, SEED, 'Our orders\r\n')
  const cost = await openCosts()
  const first = await cost(() => take(files.first, { accepted: lines, duplicate: 0 }))
  const again = await cost(() => take(files.again, { accepted: 0, duplicate: lines }))
  const floor = await copyBare(join(folder, 'floor.copy'), cost)
  await pool().query('TRUNCATE sales_order_line')
  await makeOrderList(files.meanwhile, LINES_MEANWHILE[size], SEED, 'Orders taken over meanwhile\r\n')
  const pages = askPages()
  await new Promise((resolve) => setTimeout(resolve, IDLE_MILLISECONDS[size]))
  const idle = await pages.times('go on')
  await take(files.meanwhile, { accepted: LINES_MEANWHILE[size], duplicate: 0 })
  const busy = await pages.times('end')
  const times = (a: Cost, b: Cost) => rounded(a.seconds / b.seconds)
  const seconds = ({ seconds: wall, processorSeconds }: Cost) => `${rounded(wall)} s, ${rounded(processorSeconds)} processor seconds`
  const speed = Math.round(lines / first.seconds)
  const words = lines.toLocaleString('en')
  const growth = rounded(p95(busy) / p95(idle))
  const row = (name: string, ours: string, peer: [string, string], ratio: number, goal: string, met: boolean): BenchRow => {
    return { name, ours, peers: { [peer[0]]: peer[1] }, ratios: { [peer[0]]: ratio }, goal, met, memoryMb: memoryOfProcess() }
  }
  const perProcessor = (a: Cost, b: Cost) => `${rounded(a.processorSeconds / b.processorSeconds)} × by processor time`
  return [
    row(
      `Intake: ${words} order lines from file to committed rows`,
      `${speed.toLocaleString('en')} lines/s (${seconds(first)}; ${Math.round(lines / first.processorSeconds).toLocaleString('en')} lines per processor second)`,
      ['bare COPY', `${seconds(floor)}; ${perProcessor(first, floor)}`],
      times(first, floor),
      `${GOALS.linesPerSecond.toLocaleString('en')} lines/s, at most ${GOALS.timesFloor} × the bare COPY`,
      speed >= GOALS.linesPerSecond && times(first, floor) <= GOALS.timesFloor,
    ),
    row(
      'Intake: the same lines again, in other bytes',
      seconds(again),
      ['first import', `${seconds(first)}; ${perProcessor(again, first)}`],
      times(again, first),
      `at most ${GOALS.timesFirst} × the first import`,
      times(again, first) <= GOALS.timesFirst,
    ),
    row(
      'Intake: what pages ask meanwhile, 95th percentile',
      `${rounded(p95(busy))} ms of ${busy.length} pages`,
      ['before the import', `${rounded(p95(idle))} ms of ${idle.length} pages`],
      growth,
      `at most ${GOALS.pagesGrowth} × before`,
      growth <= GOALS.pagesGrowth,
    ),
  ]
}

async function openCosts(): Promise<(work: () => Promise<void>) => Promise<Cost>> {
  const processorTime = await openProcessorTime()
  return async (work) => {
    const [before, start] = [processorTime(), performance.now()]
    await work()
    const after = processorTime()
    const processorSeconds = after.ours - before.ours + after.database - before.database
    return { seconds: (performance.now() - start) / 1000, processorSeconds }
  }
}

async function take(path: string, wanted: { accepted: number; duplicate: number }): Promise<void> {
  const [batch] = await importFiles(systemActor('bench'), [{ path, way: 'cli', content: () => readFile(path) }])
  const { rows } = await pool().query('SELECT state, accepted, duplicate FROM import_batch WHERE id = $1', [batch?.id])
  const found = rows[0]
  if (found?.state !== 'done' || found.accepted !== wanted.accepted || found.duplicate !== wanted.duplicate)
    throw new Error(`the import ended as ${JSON.stringify(found)}`)
}

async function copyBare(path: string, cost: (work: () => Promise<void>) => Promise<Cost>): Promise<Cost> {
  let floor: Cost = { seconds: Number.NaN, processorSeconds: Number.NaN }
  await asBench(async (client) => {
    await pipeline(client.query(copyTo(`COPY (SELECT ${COLUMNS} FROM sales_order_line ORDER BY id) TO STDOUT`)), createWriteStream(path))
    await client.query('TRUNCATE sales_order_line')
    await client.query('CHECKPOINT')
    const source = createReadStream(path, { highWaterMark: 262_144 })
    floor = await cost(() => pipeline(source, client.query(copyFrom(`COPY sales_order_line (${COLUMNS}) FROM STDIN`))))
  })
  return floor
}

/** Asks without end in a process of its own; `times` answers in milliseconds what was asked since the last time. */
function askPages(): { times: (word: 'go on' | 'end') => Promise<number[]> } {
  const child = fork(fileURLToPath(new URL('./page-loads.ts', import.meta.url)), [], {
    execArgv: ['--import', 'tsx', '--conditions=react-server'],
  })
  return {
    async times(word) {
      child.send(word)
      const [times] = await once(child, 'message')
      return times
    },
  }
}

function p95(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN
}

function memoryOfProcess(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024)
}

async function makeMasterData(): Promise<void> {
  await asBench(async (client) => {
    await client.query(
      `WITH added AS (
        INSERT INTO customer (code, name, company_code, currency, net_days)
        SELECT 'L' || n, 'Customer of lists ' || n, 'US01', 'USD', 30 FROM generate_series(0, $1::int - 1) n RETURNING id, code, name
      )
      INSERT INTO customer_account (customer_id, account, account_key, name)
      SELECT id, 100000 + substr(code, 2)::int, 100000 + substr(code, 2)::int, name FROM added`,
      [ORDER_LIST_ACCOUNTS],
    )
    await client.query(
      `INSERT INTO item (material, material_key, description, case_pack)
       SELECT 'M' || n, 'M' || n, 'Item ' || n, 1 FROM generate_series(10000, 10000 + $1::int) n`,
      [ORDER_LIST_MATERIALS],
    )
    await client.query('ANALYZE')
  })
}
