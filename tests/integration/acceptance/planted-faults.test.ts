import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import type { ImportReport } from '@/features/file-intake/queries/find-import-report'
import { useTestDatabase } from '../database'
import { compareFaults } from './compare-faults'

// The generator plants faults in some files and writes down which. Where it stands beside the project, intake must report
// every one of them, and nothing else.
const generator = resolve('../shared/generator')
const seeds = existsSync(join(generator, 'generate.mjs')) ? ['22'] : []
const run = promisify(execFile)
const database = await useTestDatabase()
const folder = mkdtempSync(join(tmpdir(), 'recoup-faults-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

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
    const { planted, ...compared } = compareFaults(company, batches)
    expect(planted).toBeGreaterThan(0)
    expect(compared).toEqual({ unread: [], silent: [], unexplained: [] })
  })
})

// An inbox of any size that was imported elsewhere: its folder, and the report that the import printed.
const elsewhere = [[process.env['RECOUP_FAULTS_COMPANY'], process.env['RECOUP_FAULTS_REPORT']]].filter((pair): pair is [string, string] =>
  pair.every((path) => path !== undefined),
)

describe.each(elsewhere)('the inbox of %s, imported as %s says', (company, report) => {
  test('every planted fault is reported, and nothing else is', () => {
    const { batches } = JSON.parse(readFileSync(report, 'utf8')) as { batches: ImportReport[] }
    const { planted, ...compared } = compareFaults(company, batches)
    expect(planted).toBeGreaterThan(0)
    expect(compared).toEqual({ unread: [], silent: [], unexplained: [] })
  })
})
