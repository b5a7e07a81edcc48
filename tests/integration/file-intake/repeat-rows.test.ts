import { specialist } from '@tests/factories/people'
import { STAGED_SAMPLES } from '@tests/factories/staged-rows'
import type { StagedSample } from '@tests/factories/staged-sample'
import { describe, expect, test } from 'vitest'
import { COMMITTERS } from '@/features/file-intake/commands/committers'
import { undoBatch } from '@/features/file-intake/commands/undo-batch'
import { IMPORTED_TABLES } from '@/features/file-intake/queries/imported-tables'
import { useTestDatabase } from '../database'
import { takeRows } from './stage-rows'

const database = await useTestDatabase()
const tables = IMPORTED_TABLES.flatMap(({ table, parts = [] }) => [table, ...parts.map((part) => part.table)])

/** What every imported table says, row by row, apart from how often it was said. */
async function snapshot(): Promise<Record<string, unknown>> {
  const [row] = await database.query<Record<string, unknown>>(`select ${tables.map(rowsOf).join(', ')}`)
  return row ?? {}
}
const rowsOf = (table: string) =>
  `(select jsonb_agg(to_jsonb(t) - 'version' - 'created_at' order by (to_jsonb(t) - 'version')::text) from ${table} t) as ${table}`
const count = async (table: string) => Number((await database.query<{ n: string }>(`select count(*) as n from ${table}`))[0]?.n)
const rowOf = ({ kind, values }: StagedSample, more: StagedSample['values'] = {}) => ({ kind, values: { ...values, ...more } })

/** Equal facts that the trade counts twice, and a paper of another name; a document or a condition said twice is said once. */
const TWICE = new Set([...STAGED_SAMPLES.filter(({ isFact }) => isFact).map(({ kind }) => kind), 'delivery-paper'])

test('there is a sample of every kind that is taken over, and every imported table can be taken back', async () => {
  expect(STAGED_SAMPLES.map(({ kind }) => kind)).toEqual(COMMITTERS.map(({ kind }) => kind))
  const withBatch = await database.query<{ name: string }>(
    `select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.column_name = 'batch_id' and c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1`,
  )
  const own = new Set([
    'import_row',
    'import_finding',
    'import_overlap',
    'import_part',
    'import_kind_count',
    'import_sending',
    'date_order_answer',
    'record_version',
    'deduction_source',
    'invoice_line',
  ])
  expect(withBatch.map(({ name }) => name).filter((name) => !own.has(name))).toEqual(IMPORTED_TABLES.map(({ table }) => table).sort())
})

// One world grows kind by kind and is taken apart again in the opposite order.
const imports: { kind: string; id: string; before: Record<string, unknown> }[] = []

describe.each(STAGED_SAMPLES)('$kind', (sample) => {
  const { kind, table, changed } = sample

  test('is added once; the same content in other bytes adds nothing', async () => {
    const before = await snapshot()
    const first = await takeRows([rowOf(sample)])
    expect(first).toMatchObject({ status: 'done', rows: { read: 1, accepted: 1, duplicate: 0, rejected: 0 } })
    imports.push({ kind, id: first.id, before })
    const after = await snapshot()
    expect(after[table]).not.toEqual(before[table])
    const again = await takeRows(
      [rowOf(sample)],
      { sender: 'SOMEBODY', customerHint: 'K01' },
      kind === 'delivery-paper' ? first.file : undefined,
    )
    expect(again.rows).toEqual({ read: 1, accepted: 0, duplicate: 1, rejected: 0, blank: 0 })
    expect(await snapshot()).toEqual(after)
    await expect(undoBatch(specialist, { batchId: first.id })).rejects.toMatchObject({ code: 'file-intake/undo-blocked' })
    await undoBatch(specialist, { batchId: again.id })
    expect(await snapshot()).toEqual(after)
  })

  test('equal lines of one document are distinct where the trade counts them', async () => {
    const before = await snapshot()
    const had = await count(table)
    const twice = await takeRows([rowOf(sample), rowOf(sample)])
    const added = TWICE.has(kind) ? 1 : 0
    expect(twice.rows).toMatchObject({ accepted: added, duplicate: 2 - added })
    expect(await count(table)).toBe(had + added)
    await undoBatch(specialist, { batchId: twice.id })
    expect(await snapshot()).toEqual(before)
  })

  test('a changed copy is a version of the same record, and undoing it gives the former content back', async () => {
    if (changed === null) return
    const before = await snapshot()
    const had = await count(table)
    const change = await takeRows([rowOf(sample, changed)])
    expect(change).toMatchObject({ rows: { accepted: 1 }, changed: 1 })
    expect(await count(table)).toBe(had)
    expect(await snapshot()).not.toEqual(before)
    const undone = await undoBatch(specialist, { batchId: change.id })
    expect(undone).toMatchObject({ removed: 0, restored: 1 })
    expect(await snapshot()).toEqual(before)
  })
})

test('undone in the opposite order, every import leaves the world as it found it', async () => {
  for (const { kind, id, before } of imports.toReversed()) {
    await undoBatch(specialist, { batchId: id })
    expect(await snapshot(), kind).toEqual(before)
  }
  expect(Object.values(await snapshot()).filter((rows) => rows !== null)).toEqual([])
})
