import { nameTestActor } from '@tests/factories/records'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { storeFile } from '@/server/file-store'
import type { TestDatabase } from '../database'

export type DisputeWorld = { customerId: string; deductionId: string; podId: string; bolId: string }
type Query = TestDatabase['query']

/** A paper of some pages that say who signed for how much. */
export async function makePaper(lines: readonly string[], pages = 1): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  for (let number = 1; number <= pages; number++) {
    const page = pdf.addPage([612, 792])
    for (const [index, line] of [...lines, `sheet ${number} of ${pages}`].entries())
      page.drawText(line, { x: 60, y: 700 - index * 20, size: 12, font })
  }
  return pdf.save()
}

/** Keeps bytes as a document of a customer; returns the document's id. */
export async function insertDocument(
  { query }: Pick<TestDatabase, 'query'>,
  customerId: string,
  document: { kind: string; fileName: string; content: Uint8Array; mediaType?: string; state?: string; pages?: number },
): Promise<string> {
  const { sha256, bytes, storageKey } = await storeFile(document.content)
  const fileId = await insert(
    query,
    `insert into stored_file (sha256, bytes, media_type, storage_key) values ($1, $2, $3, $4)
     on conflict (sha256) do update set bytes = excluded.bytes returning id`,
    [sha256, bytes, document.mediaType ?? 'application/pdf', storageKey],
  )
  return insert(
    query,
    `insert into document (kind, file_id, file_name, customer_id, page_count, state) values ($1, $2, $3, $4, $5, $6) returning id`,
    [document.kind, fileId, document.fileName, customerId, document.pages ?? 1, document.state ?? 'text'],
  )
}

/** One shortage claim with every paper: 120 shipped and signed for, 96 recorded, 24 deducted. `code` tells customers apart. */
export async function insertDisputeWorld(database: TestDatabase, code: string, deadlineOn = '2030-01-31'): Promise<DisputeWorld> {
  const { query } = database
  await nameTestActor(database)
  const customerId = await insert(
    query,
    `insert into customer (code, name, company_code, currency, net_days, freight_terms) values ($1, $2, 'US01', 'USD', 30, 'prepaid') returning id`,
    [code, `Harbor & Pine ${code}`],
  )
  const batchId = await insertBatch(query, code)
  const itemId = await insert(
    query,
    `insert into item (material, material_key, vendor_part, description, case_pack) values ($1, $1, 'HM2-SD', 'Helmet 2 无线 头盔', 6) returning id`,
    [`40${code}`],
  )
  await insertChain(query, { customerId, batchId, itemId, code })
  const { podId, bolId } = await insertPapers(database, customerId, code)
  const deductionId = await insertDeductionWithVerdict(query, { customerId, batchId, itemId, code, podId, deadlineOn })
  await query(
    `insert into portal_limit (customer_id, portal_name, portal_url, files_max, file_bytes_max, file_types, steps)
     values ($1, 'Harbor & Pine vendor portal', 'https://vendors.example', 5, 3000000, '{pdf,jpg}', '{"Sign in to the vendor portal","Open Payments, Disputes"}')`,
    [customerId],
  )
  return { customerId, deductionId, podId, bolId }
}

type Chain = { customerId: string; batchId: string; itemId: string; code: string }

async function insertBatch(query: Query, code: string): Promise<string> {
  const fileId = await insert(
    query,
    `insert into stored_file (sha256, bytes, media_type, storage_key) values (md5($1) || md5($1), 10, 'text/plain', 'ab/' || md5($1) || md5($1)) returning id`,
    [`batch ${code}`],
  )
  return insert(
    query,
    `insert into import_batch (file_id, file_name, sha256, bytes, format, kind, way, state, rows_read, accepted)
     values ($1, 'a.edi', md5($2) || md5($2), 10, 'x12', 'x12-810', 'cli', 'done', 1, 1) returning id`,
    [fileId, code],
  )
}

async function insertChain(query: Query, { customerId, batchId, itemId, code }: Chain): Promise<void> {
  const origin = [customerId, batchId]
  const orderId = await insert(
    query,
    `insert into purchase_order (customer_id, batch_id, number, number_key, currency, source, fingerprint, position, ordered_on, ship_by, freight_terms)
     values ($1, $2, '45' || $3::text, '45' || $3::text, 'USD', 'x12', 'f', 'segment 1', '2026-10-01', '2026-10-28', 'prepaid') returning id`,
    [...origin, code],
  )
  await query(
    `insert into purchase_order_line (purchase_order_id, line, customer_id, item_id, quantity, unit, price_micros, pack, position)
     values ($1, '1', $2, $3, 120, 'EA', 74500000, 6, 'segment 9')`,
    [orderId, customerId, itemId],
  )
  const invoiceId = await insert(
    query,
    `insert into invoice (customer_id, batch_id, number, number_key, currency, net_minor, fingerprint, position, invoiced_on, po_number, po_key, delivery_key)
     values ($1, $2, '90' || $3::text, '90' || $3::text, 'USD', 894000, 'f', 'row 5', '2026-10-27', '45' || $3::text, '45' || $3::text, '80' || $3::text) returning id`,
    [...origin, code],
  )
  await query(
    `insert into invoice_line (invoice_id, customer_id, line, item_id, material, quantity, unit, price_micros, allowance_minor, net_minor, batch_id, position)
     values ($1, $2, '20', $3, '4000000', 120, 'EA', 74500000, 0, 894000, $4, 'row 5')`,
    [invoiceId, customerId, itemId, batchId],
  )
  await query(
    `insert into delivery_line (customer_id, batch_id, number, number_key, line, item_id, material, quantity, unit, fingerprint, position, bol, bol_key, cartons)
     values ($1, $2, '80' || $3::text, '80' || $3::text, '10', $4, '4000000', 120, 'EA', 'f', 'row 2', '77' || $3::text, '77' || $3::text, 20)`,
    [...origin, code, itemId],
  )
  const noticeId = await insert(
    query,
    `insert into ship_notice (customer_id, batch_id, number, number_key, fingerprint, position, shipped_on, cartons)
     values ($1, $2, '80' || $3::text, '80' || $3::text, 'f', 'segment 3', '2026-10-27', 20) returning id`,
    [...origin, code],
  )
  await query(
    `insert into ship_notice_line (ship_notice_id, customer_id, line, item_id, quantity, cartons, position) values ($1, $2, '1', $3, 120, 20, 'segment 8')`,
    [noticeId, customerId, itemId],
  )
}

async function insertPapers(database: TestDatabase, customerId: string, code: string): Promise<{ podId: string; bolId: string }> {
  const pod = await makePaper([`Proof of delivery 77${code}`, `PO 45${code}`, 'Received 20 cartons, clean'], 2)
  const bol = await makePaper([`Bill of lading 77${code}`, '20 cartons'])
  const podId = await insertDocument(database, customerId, {
    kind: 'proof-of-delivery',
    fileName: `pod-${code}.pdf`,
    content: pod,
    pages: 2,
  })
  const bolId = await insertDocument(database, customerId, { kind: 'bill-of-lading', fileName: `bol-${code}.pdf`, content: bol })
  await database.query(
    `insert into delivery_paper (document_id, kind, delivery_key, pieces_shipped, pieces_received, is_signed, is_stamped)
     values ($1, 'proof-of-delivery', $3, 20, 20, true, true), ($2, 'bill-of-lading', $3, 20, null, true, null)`,
    [podId, bolId, `80${code}`],
  )
  await database.query(
    `insert into document_link (document_id, id_kind, id_key, id_text) values ($1, 'po', '45' || $2::text, '45' || $2::text)`,
    [podId, code],
  )
  return { podId, bolId }
}

async function insertDeductionWithVerdict(
  query: Query,
  { customerId, batchId, itemId, code, podId, deadlineOn }: Chain & { podId: string; deadlineOn: string },
): Promise<string> {
  const claimId = await insert(
    query,
    `insert into portal_claim (customer_id, batch_id, claim_number, claim_key, amount_minor, currency, source, fingerprint, position, quantity, unit_micros, received_quantity)
     values ($1, $2, 'HP-' || $3::text, 'HP' || $3::text, 178800, 'USD', 'portal', 'f', 'row 7', 24, 74500000, 96) returning id`,
    [customerId, batchId, code],
  )
  const deductionId = await insert(
    query,
    `insert into deduction (customer_id, claim_number, claim_key, amount_minor, open_minor, currency, taken_on, category, reason_code, code_text,
       invoice_number, invoice_key, po_number, po_key, delivery_key, item_id, quantity, unit_micros, verdict, recoverable_minor, because, next_action, deadline_on)
     values ($1, 'HP-' || $2::text, 'HP' || $2::text, 178800, 178800, 'USD', '2026-11-10', 'shortage', '22', 'billed not shipped', '90' || $2::text, '90' || $2::text,
       '45' || $2::text, '45' || $2::text, '80' || $2::text, $3, 24, 74500000, 'invalid', 178800, 'signed-in-full', 'build-package', $4) returning id`,
    [customerId, code, itemId, deadlineOn],
  )
  await query(
    `insert into deduction_source (deduction_id, kind, source_id, amount_minor, is_origin) values ($1, 'portal-claim', $2, 178800, true)`,
    [deductionId, claimId],
  )
  await query(
    `insert into verdict (deduction_id, judge, rule_set, kind, recoverable_minor, confidence_ppm, because, steps, citations, facts_hash)
     values ($1, 'shortage', '1', 'invalid', 178800, 950000, 'signed-in-full', $2, $3, 'f')`,
    [deductionId, JSON.stringify(STEPS), JSON.stringify(citations(code, podId))],
  )
  return deductionId
}

const each = (quantity: string) => ({ type: 'quantity', quantity, unit: 'each' })
const cartons = { type: 'quantity', quantity: '20', unit: 'carton' }
const STEPS = [
  { label: 'invoiced', value: each('120'), working: null, cite: 0 },
  { label: 'cartonsPlanned', value: cartons, working: null, cite: 1 },
  { label: 'cartonsSigned', value: cartons, working: null, cite: 2 },
  { label: 'receivedByCustomer', value: each('96'), working: null, cite: 3 },
  { label: 'notReceived', value: each('24'), working: { left: each('120'), operator: '−', right: each('96') }, cite: null },
]

function citations(code: string, podId: string) {
  const blank = { id: null, number: null, line: null, position: null, says: '' }
  return [
    { ...blank, document: 'invoice', number: `90${code}`, line: '20' },
    { ...blank, document: 'ship-notice', number: `80${code}` },
    { ...blank, document: 'proof-of-delivery', id: podId },
    { ...blank, document: 'portal-claim', number: `HP-${code}` },
  ]
}

async function insert(query: Query, statement: string, values: readonly unknown[]): Promise<string> {
  const [row] = await query<{ id: string }>(statement, values)
  return row?.id ?? ''
}
