import { buildActor, specialist } from '@tests/factories/people'
import { insertCustomer, insertDeduction } from '@tests/factories/records'
import { expect, test } from 'vitest'
import { receiveFile } from '@/features/file-intake/imports/receive-file'
import { takeOverStaged } from '@/features/file-intake/imports/take-over-staged'
import {
  findBroughtRecords,
  findChangedRecords,
  findCorrections,
  findKindCounts,
  findSendings,
} from '@/features/file-intake/queries/find-brought'
import { findFindings, findRejectedRows } from '@/features/file-intake/queries/find-findings'
import { findImport, findOriginalFile } from '@/features/file-intake/queries/find-import'
import { findImports } from '@/features/file-intake/queries/find-imports'
import { findRejectedFile } from '@/features/file-intake/queries/find-rejected-file'
import { ImportFilter } from '@/features/file-intake/schemas'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
const own = await insertCustomer(database, 'C03')
await insertCustomer(database, 'C04')
const manager = buildActor(['account-manager'], [own])
const stranger = { ...buildActor(['account-manager'], []), userId: manager.userId.replace(/1$/, '2') as typeof manager.userId }

const claims = (lines: readonly string[]) =>
  new TextEncoder().encode(`Claim Number,Claim Date,Reason Code,Description,PO Number,Quantity,Unit Cost,Amount\n${lines.join('\n')}\n`)
const good = '770591,11/17/2026,24,Carton shortage,0798934569,2,33.00,66.00'
const bad = '770592,11/18/2026,24,Carton shortage,0798934570,2,33.00,xx.xx'

const staged = await receiveFile(
  specialist,
  { path: 'portal/C03/claims.csv', bytes: claims([good, bad]), way: 'browser' },
  { isPreview: true },
)

test('a file that waits for a yes is shown as it will be stored, every row accounted for', async () => {
  const detail = await findImport(specialist, staged.id)
  expect(detail).toMatchObject({ state: 'staged', read: 2, accepted: 0 })
  expect(detail?.preview.map((row) => [row.values['claimNumber'], row.values['amountMinor']])).toEqual([['770591', '6600']])
  const waiting = detail?.staged.reduce((sum, { count }) => sum + count, 0) ?? 0
  expect(detail?.read).toBe(waiting + (detail?.rejected ?? 0))
})

test('the list counts its tabs and finds a file by a part of its path', async () => {
  const page = await findImports(specialist, ImportFilter.parse({ tab: 'attention', q: 'C03/cl' }))
  expect(page.rows.map((row) => row.id)).toEqual([staged.id])
  expect(page.counts).toMatchObject({ attention: 1, staged: 1, done: 0, all: 1 })
  expect((await findImports(specialist, ImportFilter.parse({ q: '%' }))).total).toBe(0)
})

test('somebody without the customer neither sees, downloads nor takes over the file', async () => {
  expect((await findImports(stranger, ImportFilter.parse({}))).total).toBe(0)
  expect(await findImport(stranger, staged.id)).toBeNull()
  expect(await findOriginalFile(stranger, staged.id)).toBeNull()
  expect(await findRejectedFile(stranger, staged.id)).toBeNull()
  for (const find of [findRejectedRows, findFindings])
    expect(await find(stranger, staged.id, { code: '', page: 1 })).toEqual({ rows: [], codes: [], total: 0 })
  for (const find of [findKindCounts, findChangedRecords, findBroughtRecords, findSendings, findCorrections])
    expect(await find(stranger, staged.id)).toEqual([])
  expect((await findRejectedRows(specialist, staged.id, { code: '', page: 1 })).total).toBe(1)
  expect(await findSendings(specialist, staged.id)).toHaveLength(1)
  expect(await takeOverStaged(stranger, [staged.id])).toEqual([])
  await expect(takeOverStaged(buildActor(['warehouse']), [staged.id])).rejects.toMatchObject({ code: 'not-allowed' })
  expect(await findImport(specialist, staged.id)).toMatchObject({ state: 'staged' })
})

test('after the yes its rows are stored and the account manager of the customer sees it', async () => {
  expect(await takeOverStaged(specialist, [staged.id])).toEqual([staged.id])
  expect(await findImport(manager, staged.id)).toMatchObject({ state: 'done', read: 2, accepted: 1, rejected: 1, preview: [], staged: [] })
  expect(await takeOverStaged(specialist, [staged.id])).toEqual([])
})

test('a deduction that the file gave no number of a claim is called by its own', async () => {
  const id = await insertDeduction(database, own, 'gone')
  await database.query('update deduction set claim_number = null, claim_key = null where id = $1', [id])
  await database.query(
    `insert into deduction_source (deduction_id, kind, source_id, amount_minor, is_origin, batch_id, position)
     values ($1, 'remittance', new_id(), 10000, true, $2, 'row 2')`,
    [id, staged.id],
  )
  const [deduction] = await database.query<{ number: number }>('select number from deduction where id = $1', [id])
  expect(await findBroughtRecords(specialist, staged.id)).toContainEqual(
    expect.objectContaining({ kind: 'deduction', key: id, text: `D-${deduction?.number}` }),
  )
})
