import { buildActor, specialist } from '@tests/factories/people'
import { insertCustomer, insertUser } from '@tests/factories/records'
import { sourceRows } from '@tests/integration/deductions/source-rows'
import { takeFile } from '@tests/integration/take-file'
import { afterAll, expect, test } from 'vitest'
import { systemActor } from '@/core/actor'
import { findDeductions } from '@/features/deductions/commands/find-deductions'
import { triageDeductions } from '@/features/deductions/commands/triage-deductions'
import { recordReading } from '@/features/documents/commands/record-reading'
import { findDocument } from '@/features/documents/queries/find-document'
import { findNextPaper } from '@/features/documents/queries/find-next-paper'
import { readPaper } from '@/features/file-intake/commands/read-paper'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { keepReadPaper } from '@/features/shipments/commands/keep-read-paper'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
afterAll(closeReaders)
const customer = await insertCustomer(database, 'HARBOR')
const other = await insertCustomer(database, 'OTHER')
const userId = await insertUser(database, 'reader@meridian.example', ['specialist'])
const reader = { ...specialist, userId } as typeof specialist
await database.query(`update customer set freight_terms = 'prepaid' where id = $1`, [customer])
const rows = sourceRows(database, customer)
await rows.invoice('90417733', 894_000, { delivery: '80021177', poNumber: '4500001' })
await database.query(
  `insert into delivery_line (customer_id, number, number_key, line, po_number, po_key, material, quantity, unit, pro, pro_key, fingerprint, batch_id, position)
   values ($1, '80021177', '80021177', '10', '4500001', '4500001', 'M1', 12, 'EA', '302786171', '302786171', 'f', '0190b000-0000-7000-8000-000000000001', 'row 2')`,
  [customer],
)
await rows.remittance('700124', '2026-05-20', [{ claim: 'D1', appliesTo: '90417733', paid: -8_000, deducted: 8_000, ownCode: 'DMG' }])
await rows.claim('D1', 8_000, { code: 'DMG', text: 'Damaged in transit', invoice: '90417733' })
await findDeductions(systemActor('test'), {})
await triageDeductions(systemActor('test'))

const png = (mark: number) => Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, mark])
const scan = async (name: string, mark: number) => {
  await takeFile(name, png(mark))
  const [document] = await database.query<{ id: string }>('select id from document where file_name = $1', [name.split('/').at(-1)])
  return document?.id ?? ''
}
const verdict = async () => (await database.query(`select verdict, because from deduction where claim_number = 'D1'`))[0]
const NOTHING = {
  readAt: null,
  kind: 'proof-of-delivery' as const,
  issuedOn: null,
  isSigned: null,
  isStamped: null,
  cartonsPrinted: null,
  piecesShipped: null,
  piecesReceived: null,
  countBy: null,
  exceptions: null,
  carrier: null,
  amount: null,
  currency: null,
}

test('what a person reads on a scan links it, becomes facts, and the deduction that missed it is judged anew', async () => {
  expect(await verdict()).toEqual({ verdict: 'undecided', because: 'delivery-count-missing' })
  const documentId = await scan('photos/IMG.png', 1)
  expect(await findNextPaper(reader, documentId)).toEqual({ left: 1, nextId: null })
  const counts = { piecesShipped: '26', piecesReceived: '26', cartonsPrinted: '26', countBy: 'driver' }
  const numbers = [
    { idKind: 'pro' as const, idText: '302786171' },
    { idKind: 'po' as const, idText: '0004500001' },
  ]
  const read = { ...NOTHING, ...counts, documentId, numbers, issuedOn: '2026-03-18', isSigned: true, isStamped: false }
  expect(await readPaper(reader, read)).toEqual({ id: documentId, judged: 1, changed: 1 })
  expect(await verdict()).toEqual({ verdict: 'invalid', because: 'signed-undamaged' })
  const detail = await findDocument(reader, documentId)
  expect(detail).toMatchObject({
    state: 'read',
    kind: 'proof-of-delivery',
    number: '302786171',
    customerName: 'HARBOR',
    readBy: 'reader@meridian.example',
  })
  expect(detail?.facts).toMatchObject({ piecesReceived: 26, isSigned: true, isStamped: false, countBy: 'driver', signedOn: '2026-03-18' })
  expect(detail?.deductions.map(({ name }) => name)).toEqual(['D1'])
  expect(await findNextPaper(reader, documentId)).toEqual({ left: 0, nextId: null })
  const audit = await database.query(`select event from audit_entry where table_name = 'document' and event = 'document.read'`)
  expect(audit).toHaveLength(1)
  await expect(readPaper(reader, read)).rejects.toMatchObject({ code: 'stale' })
  await readPaper(reader, { ...read, readAt: detail?.readAt ?? '', exceptions: '2 ctns crushed' })
  expect(await verdict()).toEqual({ verdict: 'valid', because: 'damage-signed' })
})

test('a freight bill that was read is the proof that the carrier was paid', async () => {
  const documentId = await scan('photos/bill.png', 2)
  const numbers = [{ idKind: 'pro' as const, idText: '302786171' }]
  const bill = { carrier: 'BLKF', amount: '145.20', currency: 'USD', issuedOn: '2026-03-20' }
  await readPaper(reader, { ...NOTHING, ...bill, documentId, kind: 'freight-bill', numbers })
  const bills = await database.query('select carrier, number, pro_key, amount_minor::int as amount, billed_on::text from freight_bill')
  expect(bills).toEqual([{ carrier: 'BLKF', number: '302786171', pro_key: '302786171', amount: 14_520, billed_on: '2026-03-20' }])
})

test('a paper without a number is refused, and nobody reads what they may not see', async () => {
  const documentId = await scan('photos/second.png', 3)
  await expect(readPaper(reader, { ...NOTHING, documentId, numbers: [] })).rejects.toMatchObject({ fields: { po: 'required' } })
  const numbers = [{ idKind: 'po' as const, idText: '1' }]
  const stranger = buildActor(['account-manager'], [other])
  await expect(readPaper(stranger, { ...NOTHING, documentId, numbers })).rejects.toMatchObject({ code: 'not-found' })
  const record = { documentId, readAt: null, kind: 'paper' as const, issuedOn: null, numbers: [], customerId: null }
  await expect(recordReading(buildActor([]), record)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(keepReadPaper(buildActor([]), { documentId, facts: null, freight: null })).rejects.toMatchObject({ code: 'not-allowed' })
  await recordReading(reader, record)
  expect(await findDocument(reader, documentId)).toMatchObject({ kind: 'paper', state: 'read', links: [] })
})
