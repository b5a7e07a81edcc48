import { specialist } from '@tests/factories/people'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commitBatches } from '@/features/file-intake/commands/commit-batches'
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
