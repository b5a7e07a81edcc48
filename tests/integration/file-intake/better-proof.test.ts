import { buildActor, specialist } from '@tests/factories/people'
import { insertCustomer, insertUser } from '@tests/factories/records'
import { takeFile } from '@tests/integration/take-file'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '@/core/actor'
import { asId } from '@/core/ids'
import { findDocuments } from '@/features/documents/queries/find-documents'
import { DocumentFilter } from '@/features/documents/schemas'
import { confirmPaper } from '@/features/file-intake/commands/confirm-paper'
import { undoBatch } from '@/features/file-intake/commands/undo-batch'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { askBetterProof } from '@/features/shipments/commands/ask-better-proof'
import { confirmProof } from '@/features/shipments/commands/confirm-proof'
import { gradeProofs } from '@/features/shipments/commands/grade-proofs'
import { findProof } from '@/features/shipments/queries/find-proof'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
afterAll(closeReaders)
const customer = await insertCustomer(database, 'HARBOR')
const other = await insertCustomer(database, 'OTHER')
const userId = await insertUser(database, 'wang.xin@meridian.example', ['logistics'])
const logistics = { ...buildActor(['logistics']), userId } as ReturnType<typeof buildActor>

async function pdf(...lines: string[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Courier)
  const page = document.addPage()
  for (const [index, text] of lines.entries()) page.drawText(text, { x: 40, y: 760 - index * 16, size: 10, font })
  return document.save()
}

const receipt = (pro: string, ...lines: string[]) =>
  pdf(
    'DELIVERY RECEIPT',
    'Carrier: Northern Trail (NRTL)',
    `PRO number: ${pro}`,
    'Customer PO: 4500001',
    'Delivered: 03/18/2024 10:41',
    ...lines,
  )
const SIGNED = 'Received by: S. Novak [signature]'
const STAMPED = 'Stamp: RECEIVED 03/18/2024 7001'
const take = async (name: string, bytes: Uint8Array) => {
  await takeFile(name, bytes)
  await gradeProofs(systemActor('test'), {})
  const [document] = await database.query<{ id: string; batch_id: string }>('select id, batch_id from document where file_name = $1', [
    name.split('/').at(-1),
  ])
  if (!document) throw new Error(`${name} was not kept`)
  return document
}
const gradeOf = async (id: string) => (await findProof(specialist, id))?.grade

beforeAll(async () => {
  for (const pro of ['302786171', '302786172', '302786173'])
    await database.query(
      `insert into delivery_line (customer_id, number, number_key, line, po_number, po_key, material, quantity, unit, carrier, pro, pro_key, bol, bol_key, fingerprint, batch_id, position)
       values ($1, $2, $2, '10', '4500001', '4500001', 'M1', 12, 'EA', 'NRTL', $3, $3, $4, $4, 'f', '0190b000-0000-7000-8000-000000000001', 'row 2')`,
      [customer, `8002${pro.slice(-4)}`, pro, `77${pro.slice(-4)}`],
    )
})

test('a receipt is graded when it comes in, by what its text says', async () => {
  const weak = await take('pod/weak.pdf', await receipt('302786171', 'Pieces shipped: 26 CTN', 'Shipper load and count', SIGNED))
  expect(await findProof(specialist, weak.id)).toMatchObject({
    grade: 'C',
    isPoVisible: true,
    countIn: 'cartons',
    lacks: ['own-count', 'stamp'],
    carrier: 'NRTL',
    bol: '776171',
    keptUntil: '2025-03-18',
  })
  const page = await findDocuments(specialist, DocumentFilter.parse({ tab: 'weak' }))
  expect(page.rows.map((row) => [row.fileName, row.grade])).toEqual([['weak.pdf', 'C']])
})

test('logistics is asked for a better one once, before the usual days are over', async () => {
  const [weak] = await database.query<{ id: string }>(`select id from document where file_name = 'weak.pdf'`)
  const ask = { documentId: weak?.id ?? '', title: 'Better proof for 302786171', body: 'no own count' }
  const stranger = buildActor(['account-manager'], [asId<'customer'>(other)])
  await expect(askBetterProof(stranger, ask)).rejects.toMatchObject({ code: 'not-found' })
  await askBetterProof(specialist, ask)
  await expect(askBetterProof(specialist, ask)).rejects.toMatchObject({ code: 'shipments/already-asked' })
  const [task] = await database.query('select kind, team, state, subject_kind, due_at::date - current_date as days from task')
  expect(task).toMatchObject({ kind: 'better-proof', team: 'logistics', state: 'open', subject_kind: 'document', days: 3 })
})

test('a better receipt takes the place of the weak one, which is kept, and the request is done', async () => {
  const better = await take(
    'pod/better.pdf',
    await receipt('302786171', 'Pieces shipped: 26 CTN', 'Pieces received: 26 CTN', SIGNED, STAMPED),
  )
  const [weak] = await database.query<{ id: string; replaced_by_id: string }>(
    `select id, replaced_by_id from document where file_name = 'weak.pdf'`,
  )
  expect(weak?.replaced_by_id).toBe(better.id)
  expect(await findProof(specialist, better.id)).toMatchObject({ grade: 'B', replaces: [{ fileName: 'weak.pdf' }] })
  const [task] = await database.query('select state, answer, closed_at is not null as ended from task')
  expect(task).toEqual({ state: 'closed', answer: 'better.pdf', ended: true })
  expect((await findDocuments(specialist, DocumentFilter.parse({ tab: 'weak' }))).rows).toEqual([])
  await expect(askBetterProof(specialist, { documentId: weak?.id ?? '', title: 't' })).rejects.toMatchObject({
    code: 'shipments/already-replaced',
  })
})

test('undoing the import of the better one puts the weak one back', async () => {
  const [better] = await database.query<{ batch_id: string }>(`select batch_id from document where file_name = 'better.pdf'`)
  await undoBatch(specialist, { batchId: better?.batch_id ?? '' })
  expect(await database.query(`select 1 from document where file_name = 'weak.pdf' and replaced_by_id is null`)).toHaveLength(1)
})

test('a weak receipt that notes exceptions or counts otherwise is never put away', async () => {
  const noted = await take('pod/noted.pdf', await receipt('302786172', 'Pieces shipped: 26 CTN', 'SLC', 'Remarks: SHORT 2 CTN', SIGNED))
  await take('pod/clean.pdf', await receipt('302786172', 'Pieces shipped: 26 CTN', 'Pieces received: 26 CTN', SIGNED, STAMPED))
  expect(await database.query('select 1 from document where id = $1 and replaced_by_id is null', [noted.id])).toHaveLength(1)
})

test('what a person confirms is graded anew and kept with their name', async () => {
  const paper = await take(
    'pod/asked.pdf',
    await receipt('302786173', 'Pieces shipped: 26 CTN', 'Pieces received: 26 CTN', SIGNED, STAMPED),
  )
  expect(await gradeOf(paper.id)).toBe('B')
  const read = {
    documentId: paper.id,
    isSigned: true,
    isStamped: true,
    isPoVisible: true,
    cartonsPrinted: null,
    piecesShipped: '312',
    piecesReceived: '312',
    countIn: 'units',
    countBy: null,
    exceptions: null,
    signedOn: '2024-03-18',
  } as const
  expect(await confirmPaper(logistics, read)).toMatchObject({ judged: 0 })
  expect(await findProof(specialist, paper.id)).toMatchObject({ grade: 'A', lacks: [], confirmedBy: expect.any(String) })
  const [entry] = await database.query(
    `select actor_id from audit_entry where event = 'paper.confirmed' or event = 'proof.confirmed' limit 1`,
  )
  expect(entry).toEqual({ actor_id: userId })
  await confirmProof(logistics, { ...read, piecesShipped: 312, piecesReceived: 312, isSigned: false })
  await gradeProofs(systemActor('test'), {})
  expect(await gradeOf(paper.id)).toBe('D')
})
