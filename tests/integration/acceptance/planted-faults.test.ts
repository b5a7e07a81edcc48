import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import type { ImportReport } from '@/features/file-intake/queries/find-import-report'
import { useTestDatabase } from '../database'

// The generator plants faults in some files and writes down which. Where it stands beside the project, intake must report
// every one of them, and nothing else.
const generator = resolve('../shared/generator')
const seeds = existsSync(join(generator, 'generate.mjs')) ? ['22'] : []
const run = promisify(execFile)
const database = await useTestDatabase()
const folder = mkdtempSync(join(tmpdir(), 'recoup-faults-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Fault = { fault: string; invoice?: string; claimNo?: string }

/** Which finding reports which fault. A payment sent twice is reported by the rows it did not add. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  byteOrderMark: ['byte-order-mark'],
  interchangeTwice: ['interchange-repeated'],
  wrongSegmentCount: ['segment-count-differs'],
  wrongGroupCount: ['group-count-differs'],
  totalOff: ['table/total-differs', 'remittance/does-not-balance', 'total-differs'],
  remittanceResent: [],
  invoiceReference: ['reference/respelt', 'reference/unknown-invoice'],
  claimReference: ['reference/respelt', 'reference/unknown-invoice', 'reference/unknown-order', 'reference/invoice-of-other-order'],
}
/** Where a column of dates fits two orders the reader says which it took: a question, no fault of the file. */
const QUESTIONS: ReadonlySet<string> = new Set(['table/date-order-assumed'])

const kindOf = (fault: Fault) => fault.fault.split(':')[0] ?? ''

function readFaults(company: string): Map<string, Fault[]> {
  const faults = new Map<string, Fault[]>()
  for (const line of readFileSync(join(company, 'truth/import.jsonl'), 'utf8').trim().split('\n')) {
    const told = JSON.parse(line) as { path: string; faults?: Fault[]; planted?: Fault & { file: string } }
    const path = (told.planted?.file ?? told.path).replace(/^inbox\//, '')
    // Only the writer of 820s sends a payment twice; the others write the same file over itself.
    const isThere = (fault: Fault) => kindOf(fault) !== 'remittanceResent' || path.endsWith('.edi')
    const all = [...(told.faults ?? []), ...(told.planted ? [told.planted] : [])].filter(isThere)
    faults.set(path, [...(faults.get(path) ?? []), ...all])
  }
  return faults
}

function isReported(fault: Fault, batch: ImportReport | undefined): boolean {
  if (batch === undefined) return false
  if (kindOf(fault) === 'remittanceResent') return batch.rows.duplicate > 0
  const found = batch.findings.filter(({ code }) => CODES[kindOf(fault)]?.includes(code))
  const invoice = fault.invoice?.replace(/^0+/, '')
  if (invoice === undefined || fault.fault.endsWith('typo')) return found.length > 0
  return found.some(({ message }) => message.includes(invoice))
}

test('the generator is looked for beside the project', () => {
  expect(seeds.length).toBe(existsSync(generator) ? 1 : 0)
})

describe.each(seeds)('a generated inbox with faults, seed %s', (seed) => {
  test('every planted fault is reported, and nothing else is', { timeout: 900_000 }, async () => {
    const company = join(folder, seed)
    await run(process.execPath, [
      join(generator, 'generate.mjs'),
      ...`--seed ${seed} --scale 0.01 --mix base --noise on --out`.split(' '),
      company,
    ])
    const env = {
      ...process.env,
      DATABASE_URL: database.url,
      RECOUP_DATA: join(folder, 'data'),
      RECOUP_TODAY: '2024-12-30',
      LOG_LEVEL: 'fatal',
    }
    const program = ['--import', 'tsx', '--conditions=react-server', 'src/cli/main.ts', 'import', join(company, 'inbox')]
    const { stdout } = await run(process.execPath, program, { env, maxBuffer: 500_000_000 })
    const { batches } = JSON.parse(stdout) as { batches: ImportReport[] }
    const byPath = new Map(batches.map((batch) => [batch.file, batch]))
    const planted = readFaults(company)

    expect(
      batches.map(({ status, rows: { read, accepted, duplicate, rejected, blank } }) => [
        status,
        read - accepted - duplicate - blank,
        rejected,
      ]),
    ).toEqual(batches.map(() => ['done', 0, 0]))
    const silent = [...planted].flatMap(([path, faults]) =>
      faults.filter((fault) => !isReported(fault, byPath.get(path))).map((fault) => ({ path, ...fault })),
    )
    expect(silent).toEqual([])

    // A reference is named once in the truth, however often it is written.
    const respelt = [...planted.values()].flat().flatMap(({ invoice }) => invoice?.replace(/^0+/, '') ?? [])
    const unexplained = batches.flatMap(({ file, findings }) => {
      const codes = (planted.get(file) ?? []).flatMap((fault) => CODES[kindOf(fault)] ?? [])
      return findings
        .filter(({ code }) => !codes.includes(code) && !QUESTIONS.has(code))
        .filter(({ code, message }) => !(code === 'reference/respelt' && respelt.some((invoice) => message.includes(invoice))))
        .map((finding) => ({ file, ...finding }))
    })
    expect(unexplained).toEqual([])
  })
})
