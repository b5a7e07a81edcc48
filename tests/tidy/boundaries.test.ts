import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { ROOT } from './source-files'

// A fence that reports nothing may be a fence that sees nothing: each breach is planted once and must be reported by its own name.
const CLEAN = {
  'src/core/money.ts': 'export type Money = { minor: bigint }\n',
  'src/features/customers/rules/rank-customer.ts':
    "import type { Money } from '@/core/money'\nexport const rank = (money: Money) => money.minor\n",
  'src/features/customers/schemas.ts': "import { rank } from './rules/rank-customer'\nexport const schema = rank\n",
  'src/features/customers/commands/add-customer.ts': 'export const addCustomer = 1\n',
  'src/features/customers/queries/find-customer.ts': 'export type Row = { id: string }\nexport const findCustomer = 1\n',
  'src/features/deductions/rules/judge.ts': "import { rank } from '@/features/customers/rules/rank-customer'\nexport const judge = rank\n",
  'src/features/deductions/ui/list.tsx':
    "import type { Row } from '@/features/customers/queries/find-customer'\nexport type Props = { rows: Row[] }\n",
  'src/server/action.ts': 'export const action = (command: unknown) => command\n',
  'src/formats/csv/read-csv.ts': 'export const readCsv = 1\n',
  'src/features/customers/imports/read-customers.ts': "import { readCsv } from '@/formats/csv/read-csv'\nexport const read = readCsv\n",
  'src/app/page.tsx': "import { findCustomer } from '@/features/customers/queries/find-customer'\nexport const page = findCustomer\n",
}

const BREACHES: Record<string, Record<string, string>> = {
  'core-imports-only-below': { 'src/core/clock.ts': "import { action } from '@/server/action'\nexport const clock = action\n" },
  'ui-imports-only-below': {
    'src/ui/table.tsx': "import type { Row } from '@/features/customers/queries/find-customer'\nexport type Table = Row\n",
  },
  'customers-never-looks-downstream': {
    'src/features/customers/queries/find-late.ts':
      "import type { judge } from '@/features/deductions/rules/judge'\nexport type Late = typeof judge\n",
  },
  'areas-are-listed': {
    'src/features/weather/rules/rain.ts': "import type { Money } from '@/core/money'\nexport type Rain = Money\n",
    'src/app/rain.ts': "import type { Rain } from '@/features/weather/rules/rain'\nexport type Drop = Rain\n",
  },
  'rules-are-pure': {
    'src/features/customers/rules/hash.ts': "import { createHash } from 'node:crypto'\nexport const hash = createHash\n",
  },
  'schemas-and-policy-reach-the-browser': {
    'src/features/customers/policy.ts': "import { findCustomer } from './queries/find-customer'\nexport const canSee = findCustomer\n",
  },
  'ui-reaches-the-server-only-through-actions': {
    'src/features/customers/ui/form.tsx': "import { addCustomer } from '../commands/add-customer'\nexport const form = addCustomer\n",
  },
  'actions-are-thin': { 'src/features/customers/actions.ts': "import { rank } from './rules/rank-customer'\nexport const act = rank\n" },
  'pages-never-write': {
    'src/app/new/page.tsx': "import { addCustomer } from '@/features/customers/commands/add-customer'\nexport const page = addCustomer\n",
  },
  'only-imports-and-exports-touch-formats': {
    'src/features/customers/queries/find-csv.ts': "import { readCsv } from '@/formats/csv/read-csv'\nexport const find = readCsv\n",
  },
  'nothing-imports-tests': {
    'tests/factories/build.ts': 'export const build = 1\n',
    'src/core/built.ts': "import { build } from '../../tests/factories/build'\nexport const built = build\n",
  },
  'no-cycles': {
    'src/core/a.ts': "import { b } from './b'\nexport const a = () => b\n",
    'src/core/b.ts': "import { a } from './a'\nexport const b = () => a\n",
  },
}

const Report = z.object({
  summary: z.object({ totalCruised: z.number(), violations: z.array(z.object({ rule: z.object({ name: z.string() }) })) }),
})
const folders: string[] = []

function cruise(files: Record<string, string>): { modules: number; broken: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'recoup-fence-'))
  folders.push(folder)
  const tsconfig = JSON.stringify({
    compilerOptions: { module: 'ESNext', moduleResolution: 'Bundler', jsx: 'react-jsx', paths: { '@/*': ['./src/*'] } },
  })
  for (const [path, text] of Object.entries({ ...files, 'tsconfig.json': tsconfig })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  const program = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const args = [program, '--config', join(ROOT, 'tests/tidy/boundaries.cjs'), '--output-type', 'json', 'src']
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  const { summary } = Report.parse(JSON.parse(stdout))
  return { modules: summary.totalCruised, broken: [...new Set(summary.violations.map(({ rule }) => rule.name))] }
}

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })))

describe('the fence', () => {
  it('lets a clean sketch pass, having looked at every file of it', () => {
    const { modules, broken } = cruise(CLEAN)
    expect(broken).toEqual([])
    expect(modules).toBeGreaterThanOrEqual(Object.keys(CLEAN).length)
  })

  it.each(Object.keys(BREACHES))('reports a planted breach of %s', (name) => {
    expect(cruise({ ...CLEAN, ...BREACHES[name] }).broken).toEqual([name])
  })
})
