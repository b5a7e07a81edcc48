import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { useTestDatabase } from '../database'
import { openCitedValues } from './cited-values'

// An independent program writes a whole company's files and knows the truth of every deduction. Where it stands beside
// the project, the command line is held against it; where it does not, there is nothing to hold it against.
const generator = resolve('../shared/generator')
const seeds = existsSync(join(generator, 'generate.mjs')) ? ['7'] : []
const LAST_DAY = '2024-12-30'
const JUDGED = ['shortage', 'price', 'duplicate', 'cashDiscount'] as const

const run = promisify(execFile)
const database = await useTestDatabase()
const folder = mkdtempSync(join(tmpdir(), 'recoup-company-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Share = { precisionAmount: number | null; recallAmount: number | null }
type Score = {
  verdicts: { truth: number; found: number; missed: number; extra: number; byType: Record<string, Share> }
  reconcile: { recall: number; precision: number }
}

async function recoup(...words: string[]): Promise<string> {
  const env = { ...process.env, DATABASE_URL: database.url, RECOUP_DATA: join(folder, 'data'), RECOUP_TODAY: LAST_DAY, LOG_LEVEL: 'fatal' }
  const program = ['--import', 'tsx', '--conditions=react-server', 'src/cli/main.ts', ...words]
  const { stdout } = await run(process.execPath, program, { env, maxBuffer: 500_000_000 })
  return stdout
}

async function counts(): Promise<unknown> {
  return database.query(`select (select count(*) from deduction) as deductions, (select count(*) from verdict) as verdicts,
    (select count(*) from difference where state <> 'resolved') as differences, (select count(*) from remittance_line) as lines`)
}

test('the generator is looked for beside the project', () => {
  expect(seeds.length).toBe(existsSync(generator) ? 1 : 0)
})

describe.each(seeds)('a generated company, seed %s', (seed) => {
  const company = join(folder, seed)

  test('every file is accounted for, every deduction found once and judged right', { timeout: 900_000 }, async () => {
    await run(process.execPath, [
      join(generator, 'generate.mjs'),
      ...`--seed ${seed} --scale 0.03 --mix base --noise off --out`.split(' '),
      company,
    ])
    const { batches } = JSON.parse(await recoup('import', join(company, 'inbox'))) as { batches: { status: string }[] }
    expect(new Set(batches.map((batch) => batch.status))).toEqual(new Set(['done']))
    await recoup('reconcile')
    await recoup('triage')
    await writeFile(join(folder, 'verdicts.jsonl'), await recoup('verdicts'))
    await writeFile(join(folder, 'differences.jsonl'), await recoup('discrepancies'))
    const files = [
      '--truth',
      join(company, 'truth'),
      '--verdicts',
      join(folder, 'verdicts.jsonl'),
      '--reconcile',
      join(folder, 'differences.jsonl'),
    ]
    const { stdout } = await run(process.execPath, [join(generator, 'score.mjs'), ...files, '--json'])
    const score = JSON.parse(stdout) as Score
    expect(score.verdicts).toMatchObject({ missed: 0, extra: 0, found: score.verdicts.truth })
    for (const type of JUDGED) {
      const share = score.verdicts.byType[type]
      expect([type, share?.precisionAmount ?? 1]).toSatisfy(([, precision]: [string, number]) => precision >= 0.95)
      expect([type, share?.recallAmount ?? 1]).toSatisfy(([, recall]: [string, number]) => recall >= 0.8)
    }
    expect(score.reconcile.recall).toBeGreaterThanOrEqual(0.98)
    expect(score.reconcile.precision).toBeGreaterThanOrEqual(0.98)
  })

  test('every figure of every verdict stands in the file where it is cited', { timeout: 900_000 }, async () => {
    process.env['RECOUP_DATA'] = join(folder, 'data')
    const cited = await openCitedValues()
    closeReaders()
    expect(cited.filter(({ why }) => why !== '')).toEqual([])
    expect(cited.length).toBeGreaterThan(500)
  })

  test('importing everything a second time changes nothing, and every invariant holds', { timeout: 900_000 }, async () => {
    const before = await counts()
    await recoup('import', join(company, 'inbox'))
    await recoup('reconcile')
    await recoup('triage')
    expect(await counts()).toEqual(before)
    const { invariants } = JSON.parse(await recoup('check')) as { invariants: { id: string; violations: number }[] }
    expect(invariants.length).toBeGreaterThanOrEqual(25)
    expect(invariants.filter((one) => one.violations > 0)).toEqual([])
  })
})
