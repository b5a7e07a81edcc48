import { specialist } from '@tests/factories/people'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commitBatches } from '@/features/file-intake/commands/commit-batches'
import { commitKnown } from '@/features/file-intake/commands/commit-known'
import { commitPart } from '@/features/file-intake/commands/commit-part'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { receiveFile } from '@/features/file-intake/imports/receive-file'
import { type CommitPart, planParts } from '@/features/file-intake/queries/plan-parts'
import { useTestDatabase } from '../database'
import { takeMasterData } from '../take-file'

const database = await useTestDatabase()
beforeAll(async () => void (await takeMasterData()))
afterAll(closeReaders)

const TITLES = 'Sales Doc.,Item,Doc. Date,Purchase Order No.,Sold-to,Ship-to,Material,Order Qty,SU,Net Price,Net Value,Curr.,PayT,OvSt'
const line = (order: string, item: number, quantity: number, account = '500002') =>
  `${order},${item},2026-03-04,45${order},${account},,5000001,${quantity},EA,2.00,${quantity * 2}.00,USD,N30,A`

// Three rows a part: order 12 reaches from the first part into the second, order 11 stands far apart and is said twice.
const ROWS = [
  line('11', 10, 1),
  line('11', 20, 2),
  line('12', 10, 3),
  line('12', 20, 4),
  line('13', 10, 5),
  line('14', 10, 6, '999999'),
  line('15', 10, 7),
  line('16', 10, 8),
  line('11', 10, 9),
]
const PART_ROWS = 3

async function stage(path: string, text: string): Promise<string> {
  const batch = await receiveFile(specialist, { path, bytes: Buffer.from(text), way: 'browser' }, { isPreview: true })
  return batch.id
}

async function takeOver(batchId: string, parts: readonly CommitPart[]): Promise<void> {
  for (const part of parts) await commitPart(specialist, { batchId, ...part })
}

const countsOf = (id: string) =>
  database.query(
    `select b.state, b.accepted, b.duplicate, b.rejected, b.changed, c.code as customer from import_batch b
     left join customer c on c.id = b.customer_id where b.id = $1`,
    [id],
  )
const orders = () => database.query('select number, line, quantity::int, version from sales_order_line order by number_key, line::int')

test('a long file that is taken over in parts, broken off and taken up again, ends as one that was taken over at once', async () => {
  const id = await stage('va05.csv', [TITLES, ...ROWS, ''].join('\n'))
  const parts = await planParts(id, PART_ROWS)
  expect(parts.map(({ from, to, apart, isApart }) => [from, to, apart, isApart])).toEqual([
    [1, 3, [1, 2, 3], false],
    [4, 6, [4], false],
    [7, 9, [9], false],
    [1, 9, [1, 2, 3, 4, 9], true],
  ])
  await takeOver(id, parts.slice(0, 2))
  expect(await countsOf(id)).toMatchObject([{ state: 'committing', accepted: 1 }])
  // Another process begins anew with what is left.
  await takeOver(id, await planParts(id, PART_ROWS))
  await commitBatches(specialist, { batchIds: [id] })
  expect(await countsOf(id)).toEqual([{ state: 'done', accepted: 7, duplicate: 1, rejected: 1, changed: 0, customer: 'R02' }])
  expect(await orders()).toEqual([
    { number: '11', line: '10', quantity: 9, version: 1 },
    { number: '11', line: '20', quantity: 2, version: 1 },
    { number: '12', line: '10', quantity: 3, version: 1 },
    { number: '12', line: '20', quantity: 4, version: 1 },
    { number: '13', line: '10', quantity: 5, version: 1 },
    { number: '15', line: '10', quantity: 7, version: 1 },
    { number: '16', line: '10', quantity: 8, version: 1 },
  ])
  expect(await database.query('select status, reason, row_no from import_row where batch_id = $1', [id])).toEqual([
    { status: 'rejected', reason: 'intake/unknown-customer', row_no: 6 },
  ])
})

test('the same rows in other bytes, in parts, add nothing and change nothing', async () => {
  const before = await orders()
  const id = await stage('again.csv', ['Our orders', '', TITLES, ...ROWS, ''].join('\n'))
  await takeOver(id, await planParts(id, PART_ROWS))
  await commitBatches(specialist, { batchIds: [id] })
  expect(await countsOf(id)).toEqual([{ state: 'done', accepted: 0, duplicate: 8, rejected: 1, changed: 0, customer: 'R02' }])
  expect(await orders()).toEqual(before)
})

test('a part keeps former versions of what it changes', async () => {
  const id = await stage('later.csv', [TITLES, line('12', 20, 40), line('13', 10, 50), line('17', 10, 1), line('18', 10, 1), ''].join('\n'))
  await takeOver(id, await planParts(id, PART_ROWS))
  await commitBatches(specialist, { batchIds: [id] })
  expect(await countsOf(id)).toMatchObject([{ state: 'done', accepted: 4, duplicate: 0, changed: 2 }])
  expect(
    await database.query(`select content ->> 'quantity' as quantity from record_version where batch_id = $1 order by 1`, [id]),
  ).toEqual([{ quantity: '4' }, { quantity: '5' }])
})

const stagedOf = (id: string) =>
  database.query('select row_no from import_row where batch_id = $1 and status = $2 order by 1', [id, 'staged'])
const many = (quantity: (order: number) => number) => Array.from({ length: 60 }, (_, at) => line(String(500 + at), 10, quantity(at)))

test('a long list that comes again is settled before it is taken over, but for what it says twice or otherwise', async () => {
  const first = await stage('many.csv', [TITLES, ...many(() => 1), ''].join('\n'))
  await commitKnown(specialist, { batchId: first })
  expect(await stagedOf(first)).toHaveLength(60)
  await takeOver(first, await planParts(first, 50))
  await commitBatches(specialist, { batchIds: [first] })
  expect(await countsOf(first)).toMatchObject([{ accepted: 60, duplicate: 0 }])

  // Order 505 is said otherwise first and as it is known last; order 507 the other way round.
  const rows = [line('505', 10, 9), ...many((at) => (at === 9 ? 3 : 1)), line('507', 10, 8), line('900', 10, 1)]
  const again = await stage('many-again.csv', [TITLES, ...rows, ''].join('\n'))
  await commitKnown(specialist, { batchId: again })
  expect((await stagedOf(again)).map((row) => row['row_no'])).toEqual([1, 7, 9, 11, 62, 63])
  await takeOver(again, await planParts(again, 50))
  await commitBatches(specialist, { batchIds: [again] })
  expect(await countsOf(again)).toEqual([{ state: 'done', accepted: 3, duplicate: 60, rejected: 0, changed: 2, customer: 'R02' }])
  const quantities = await database.query(
    `select number, quantity::int from sales_order_line where number in ('505', '507', '509', '900') order by 1`,
  )
  expect(quantities.map((row) => row['quantity'])).toEqual([1, 8, 3, 1])
  expect(await database.query('select earlier_batch_id, rows from import_overlap where batch_id = $1', [again])).toEqual([
    { earlier_batch_id: first, rows: 59 },
  ])
  expect(await database.query('select accepted, duplicate from import_kind_count where batch_id = $1', [again])).toEqual([
    { accepted: 3, duplicate: 60 },
  ])
})
