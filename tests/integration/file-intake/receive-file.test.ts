import { specialist } from '@tests/factories/people'
import { afterAll, expect, test } from 'vitest'
import { commitBatches } from '@/features/file-intake/commands/commit-batches'
import { importFiles } from '@/features/file-intake/imports/import-files'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { receiveFile } from '@/features/file-intake/imports/receive-file'
import { findImportReport, type ImportReport } from '@/features/file-intake/queries/find-import-report'
import { useTestDatabase } from '../database'
import { bytesOf, insertRetailer, orderSet, remittanceSet } from './build-papers'

const database = await useTestDatabase()
const customerId = await insertRetailer(database)
afterAll(closeReaders)

async function take(bytes: Uint8Array, path = 'edi/orders.edi'): Promise<ImportReport> {
  const batch = await receiveFile(specialist, { path, bytes, way: 'api' })
  const [report] = await findImportReport({ kind: 'job', name: 'test', roles: [], customerIds: 'all' }, [batch.id])
  if (!report) throw new Error('no report')
  return report
}

const countOf = async (table: string) => Number((await database.query<{ n: string }>(`select count(*) as n from ${table}`))[0]?.n)

test('the same bytes sent twice are one batch that counts both, and change nothing', async () => {
  const bytes = bytesOf([orderSet('4500001')])
  const first = await take(bytes)
  expect(first).toMatchObject({ status: 'done', kind: 'x12-850', rows: { read: 1, accepted: 1 }, timesSent: 1 })
  const before = await countOf('purchase_order_line')
  expect(await take(bytes, 'edi/again.edi')).toMatchObject({ id: first.id, timesSent: 2, rows: { accepted: 1 } })
  expect(await countOf('purchase_order_line')).toBe(before)
})

test('the same order in other bytes is a duplicate row', async () => {
  await take(bytesOf([orderSet('4500002')]))
  const again = await take(bytesOf([orderSet('4500002')], { lineEnd: '\r\n' }))
  expect(again).toMatchObject({ status: 'done', rows: { read: 1, accepted: 0, duplicate: 1, rejected: 0 }, changed: 0 })
})

test('a changed copy becomes a new version and the old content is kept', async () => {
  await take(bytesOf([orderSet('4500003', ['12', '6'])]))
  const changed = await take(bytesOf([orderSet('4500003', ['24'])]))
  expect(changed).toMatchObject({ rows: { accepted: 1 }, changed: 1 })
  const [order] = await database.query<{ version: number; quantities: string }>(
    `select o.version, (select string_agg(l.quantity::text, ',') from purchase_order_line l where l.purchase_order_id = o.id) as quantities
     from purchase_order o where o.number = '4500003'`,
  )
  expect(order).toEqual({ version: 2, quantities: '24' })
  const [old] = await database.query<{ lines: number }>(
    `select jsonb_array_length(v.content -> 'lines') as lines from record_version v join purchase_order o on o.id = v.record_id where o.number = '4500003'`,
  )
  expect(old).toEqual({ lines: 2 })
})

test('a set without its number is kept as a rejected row and the good orders beside it go in', async () => {
  const report = await take(bytesOf([orderSet('4500004'), orderSet(''), orderSet('4500005')]))
  expect(report).toMatchObject({ status: 'done', rows: { read: 3, accepted: 2, duplicate: 0, rejected: 1, blank: 0 } })
  expect(report.findings.map((finding) => finding.code)).toContain('order-number-missing')
  const kept = await database.query<{ text: string }>(`select values ->> 'text' as text from import_row where batch_id = $1`, [report.id])
  expect(kept).toHaveLength(1)
  expect(kept[0]?.text).toContain('BEG*00*SA')
})

test('rows of a customer that nobody knows are rejected with their position', async () => {
  const stranger = Buffer.from(bytesOf([orderSet('4500006')]))
    .toString()
    .replaceAll('RETAILER', 'STRANGER')
  const report = await take(Buffer.from(stranger))
  expect(report).toMatchObject({ status: 'done', rows: { read: 1, accepted: 0, rejected: 1 } })
  expect(report.findings).toContainEqual(expect.objectContaining({ code: 'intake/unknown-customer', position: 'interchange 1 segment 3' }))
})

test('an interchange that stands twice in a file gives its orders once', async () => {
  const once = Buffer.from(bytesOf([orderSet('4500007')])).toString()
  const report = await take(Buffer.from(once + once))
  expect(report.rows).toEqual({ read: 2, accepted: 1, duplicate: 1, rejected: 0, blank: 0 })
})

test('a file cut off inside a set keeps the whole sets and rejects the cut one', async () => {
  const whole = Buffer.from(bytesOf([orderSet('4500008'), orderSet('4500009')])).toString()
  const report = await take(Buffer.from(whole.slice(0, whole.lastIndexOf('PO1'))))
  expect(report.rows).toMatchObject({ read: 2, accepted: 1, rejected: 1 })
  expect(report.findings.map((finding) => finding.code)).toContain('set-cut-off')
})

test('a previewed file changes nothing until somebody takes it over', async () => {
  const before = await countOf('purchase_order')
  const batch = await receiveFile(
    specialist,
    { path: 'new.edi', bytes: bytesOf([orderSet('4500010')]), way: 'browser' },
    { isPreview: true },
  )
  expect(await countOf('purchase_order')).toBe(before)
  await commitBatches(specialist, { batchIds: [batch.id] })
  expect(await countOf('purchase_order')).toBe(before + 1)
})

test('a kind without a use waits, what is no known format is refused, and both keep their bytes', async () => {
  const waiting = await take(bytesOf([['940', 'W05*N*395']]), 'release.edi')
  expect(waiting).toMatchObject({ status: 'waiting', kind: 'x12-940', reason: 'intake/kind-waits' })
  const refused = await take(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4]), 'old.xls')
  expect(refused).toMatchObject({ status: 'refused', reason: 'intake/unreadable-ole' })
  expect(await countOf('stored_file')).toBeGreaterThanOrEqual(2)
})

test('a remittance keeps paid, withheld and discount apart and says when its total is off', async () => {
  const lines = ['RMR*IV*90000152*PI*88*100*2', 'ADX*-10*59*CM*90000152', 'REF*6O*022', 'REF*MC*555', 'RMR*CM*777*PI*-8']
  const report = await take(bytesOf([remittanceSet('PAY1', '81', lines)]), 'pay.edi')
  expect(report).toMatchObject({ totals: { own: '81.00', computed: '80.00' } })
  expect(report.findings).toContainEqual(
    expect.objectContaining({ code: 'remittance/does-not-balance', message: 'payment PAY1 states 81.00, its lines add up to 80.00' }),
  )
  const kept = await database.query(
    `select l.kind, l.paid_minor::int as paid, l.deducted_minor::int as deducted, l.discount_minor::int as discount, l.claim_number, l.own_code, l.is_netted
     from remittance_line l join remittance r on r.id = l.remittance_id where r.number = 'PAY1' order by l.line_no`,
  )
  expect(kept).toEqual([
    { kind: 'invoice', paid: 8800, deducted: 0, discount: 200, claim_number: null, own_code: null, is_netted: false },
    { kind: 'adjustment', paid: 0, deducted: 1000, discount: 0, claim_number: '555', own_code: '022', is_netted: true },
    { kind: 'adjustment', paid: -800, deducted: 800, discount: 0, claim_number: '777', own_code: null, is_netted: false },
  ])
})

test('every finished batch accounts for every row it read', async () => {
  const broken = await database.query(
    `select number from import_batch where state = 'done' and rows_read <> accepted + duplicate + rejected + blank`,
  )
  expect(broken).toEqual([])
  expect(customerId).not.toBe('')
})

test('a file that came out of another one knows which and why; none is its own parent', async () => {
  const mail = await take(bytesOf([orderSet('4500006')]))
  const stored = { path: 'edi/attached.edi', way: 'mail', content: async () => bytesOf([orderSet('4500007')]) } as const
  const [attached] = await importFiles(specialist, [{ ...stored, parent: { id: mail.id, reason: 'mail' } }])
  const kept = await database.query('select parent_id, parent_reason from import_batch where id = $1', [attached?.id])
  expect(kept).toEqual([{ parent_id: mail.id, parent_reason: 'mail' }])
  const claimsItself = database.query(`update import_batch set parent_id = id, parent_reason = 'mail' where id = $1`, [mail.id])
  await expect(claimsItself).rejects.toThrow('import_batch_parent_has_reason')
})

test('an older copy that comes late is turned away by name and overwrites nothing; a newer one is a version', async () => {
  const made = (day: string, quantity: string) =>
    Buffer.from(
      Buffer.from(bytesOf([orderSet('4500020', [quantity])]))
        .toString()
        .replace('*240312*1345*', `*${day}*1345*`),
    )
  await take(made('240312', '12'))
  const late = await take(made('240310', '10'))
  expect(late).toMatchObject({ status: 'done', changed: 0, rows: { read: 1, accepted: 0, duplicate: 0, rejected: 1 } })
  expect(late.findings).toMatchObject([{ code: 'intake/older-than-known' }])
  expect(await take(made('240311', '12'))).toMatchObject({ rows: { accepted: 0, duplicate: 1 } })
  expect(await take(made('240313', '14'))).toMatchObject({ changed: 1, rows: { accepted: 1 } })
  const [line] = await database.query(
    `select l.quantity::int as quantity, o.version from purchase_order_line l join purchase_order o on o.id = l.purchase_order_id where o.number = '4500020'`,
  )
  expect(line).toEqual({ quantity: 14, version: 2 })
})
