import { buildActor, specialist } from '@tests/factories/people'
import { insertCustomer, insertDeduction, nameTestActor } from '@tests/factories/records'
import { expect, test } from 'vitest'
import { findDocument } from '@/features/documents/queries/find-document'
import { findDocuments } from '@/features/documents/queries/find-documents'
import { DocumentFilter } from '@/features/documents/schemas'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
const own = await insertCustomer(database, 'HARBOR')
const foreign = await insertCustomer(database, 'OAK')
const claim = await insertDeduction(database, own, 'HP-1')
await nameTestActor(database)
await database.query(`update deduction set po_number = '0045-118', po_key = comparison_key('0045-118') where id = $1`, [claim])

async function insertPaper(customerId: string, fileName: string, po: string | null): Promise<string> {
  await nameTestActor(database)
  const [file] = await database.query<{ id: string }>(
    `insert into stored_file (sha256, bytes, media_type, storage_key)
     values (encode(sha256(convert_to($1, 'UTF8')), 'hex'), 3, 'application/pdf', $1) returning id`,
    [fileName],
  )
  const [row] = await database.query<{ id: string }>(
    `insert into document (kind, file_id, file_name, customer_id, number, state, page_count)
     values ('proof-of-delivery', $1, $2, $3, 'PRO 77-1', $4, 1) returning id`,
    [file?.id, fileName, customerId, po === null ? 'needs-reading' : 'text'],
  )
  if (po !== null)
    await database.query(
      `insert into document_link (document_id, id_kind, id_key, id_text, page, line)
       values ($1, 'po', comparison_key($2), $2::text, 1, 'Customer PO: ' || $2::text)`,
      [row?.id, po],
    )
  return row?.id ?? ''
}
const paper = await insertPaper(own, 'pod.pdf', '45118')
const scan = await insertPaper(own, 'scan.pdf', null)
const hidden = await insertPaper(foreign, 'oak.pdf', '45118')
const manager = buildActor(['account-manager'], [own])

test('a paper is found by a number on it in any spelling, and leads to its deduction', async () => {
  const page = await findDocuments(specialist, DocumentFilter.parse({ q: '0045-118', customer: 'HARBOR' }))
  expect(page.rows.map((row) => row.id)).toEqual([paper])
  const detail = await findDocument(specialist, paper)
  expect(detail?.links.map((link) => link.line)).toEqual(['Customer PO: 45118'])
  expect(detail?.deductions.map((deduction) => deduction.name)).toEqual(['HP-1'])
})

test('papers without text and without numbers have tabs of their own', async () => {
  const page = await findDocuments(manager, DocumentFilter.parse({ tab: 'needs-reading' }))
  expect(page.rows.map((row) => row.id)).toEqual([scan])
  expect(page.counts).toEqual({ all: 2, 'needs-reading': 1, weak: 0, unlinked: 1 })
})

test('an account manager sees no paper of another customer, and no deduction through it', async () => {
  expect(await findDocument(manager, hidden)).toBeNull()
  expect((await findDocuments(manager, DocumentFilter.parse({ q: 'oak' }))).total).toBe(0)
  expect((await findDocument(specialist, hidden))?.deductions).toEqual([])
})
