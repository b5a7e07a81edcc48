import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import type { ExportedException } from '@/features/orders/queries/export-exceptions'
import type { ExportedDifference } from '@/features/reconciliation/queries/export-differences'
import { useTestDatabase } from '../database'

// The generator plants faults into orders before anything ships, and writes down which. Where it stands beside the project, the
// order check must find them from the orders alone, and be left with nothing else once the invoices say what was billed.
const generator = resolve('../shared/generator')
const seeds = existsSync(join(generator, 'generate.mjs')) ? ['31'] : []
const ORDER_FILES = /^(master\/|sap\/.*va05|edi\/[^/]+\/(850|855|860|ORDERS)_|portal\/[^/]+\/orders_|mail\/[^/]+\/order-)/
const LAST_DAY = '2024-12-30'
const INVOICE_FILES = /^sap\/.*vf05/

const run = promisify(execFile)
const database = await useTestDatabase()
const folder = mkdtempSync(join(tmpdir(), 'recoup-orders-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Defect = { customer: string; po: string; line: number | null; field: string; date: string }

async function recoup(...words: string[]): Promise<string> {
  const env = {
    ...process.env,
    DATABASE_URL: database.url,
    RECOUP_DATA: join(folder, 'data'),
    RECOUP_TODAY: LAST_DAY,
    LOG_LEVEL: 'fatal',
  }
  const program = ['--import', 'tsx', '--conditions=react-server', 'src/cli/main.ts', ...words]
  const { stdout } = await run(process.execPath, program, { env, maxBuffer: 500_000_000 })
  return stdout
}

async function check(company: string, files: RegExp): Promise<string[]> {
  const inbox = join(company, 'inbox')
  const chosen = join(folder, `chosen-${files.source.length}`)
  const isChosen = (path: string) => !/\.\w+$/.test(path) || files.test(relative(inbox, path))
  cpSync(inbox, chosen, { recursive: true, filter: isChosen })
  await recoup('import', chosen)
  await recoup('reconcile')
  const exceptions = await list<ExportedException>('exceptions')
  const entered = (await list<ExportedDifference>('discrepancies')).filter(({ kind }) => ENTRY_KINDS.includes(kind))
  return [...exceptions, ...entered].map((one) => keyOf(one.customer, one.po ?? '', one.line, one.field))
}

async function list<Row>(command: string): Promise<Row[]> {
  const lines = (await recoup(command)).trim().split('\n').filter(Boolean)
  return lines.map((line) => JSON.parse(line) as Row)
}

// What was entered otherwise than ordered is the comparison's, not the check's: one difference, one place.
const ENTRY_KINDS = ['orderPrice', 'orderQuantity']

// The check calls the terms by the word of the customer master.
const keyOf = (customer: string, po: string, line: string | number | null, field: string) =>
  [customer, po, line ?? '', field === 'net-days' ? 'netDays' : field].join(' ')

/** The share of the first that is among the second. */
const shareOf = (some: readonly string[], others: readonly string[]) => some.filter((one) => others.includes(one)).length / some.length

type Planted = { all: string[]; knowable: string[] }

function plantedIn(company: string): Planted {
  const lines = readFileSync(join(company, 'truth/orders.jsonl'), 'utf8').trim().split('\n')
  const keysOf = (defects: readonly Defect[]) => defects.map(({ customer, po, line, field }) => keyOf(customer, po, line, field))
  const defects = lines.map((line) => JSON.parse(line) as Defect)
  // An order of the last day may only be changed the day after, by a file that is not there yet.
  return { all: keysOf(defects), knowable: keysOf(defects.filter(({ date }) => date < LAST_DAY)) }
}

test('the generator is looked for beside the project', () => {
  expect(seeds.length).toBe(existsSync(generator) ? 1 : 0)
})

describe.each(seeds)('orders of a generated company, seed %s', (seed) => {
  test('every planted fault is found before anything ships, and nothing else stays once it is billed', { timeout: 900_000 }, async () => {
    const company = join(folder, seed)
    await run(process.execPath, [
      join(generator, 'generate.mjs'),
      ...`--seed ${seed} --scale 0.05 --only C01,C03,C09 --mix base --noise on --out`.split(' '),
      company,
    ])
    const planted = plantedIn(company)
    expect(planted.knowable.length).toBeGreaterThan(10)
    const early = await check(company, ORDER_FILES)
    expect(shareOf(planted.knowable, early)).toBeGreaterThanOrEqual(0.98)
    const billed = await check(company, INVOICE_FILES)
    expect(shareOf(planted.knowable, billed)).toBeGreaterThanOrEqual(0.98)
    expect(shareOf(billed, planted.all)).toBeGreaterThanOrEqual(0.98)
  })
})
