import type { Actor } from '@/core/actor'
import { type Sql, select, sql } from '@/server/db/client'
import { batchesOf } from './batches-of'

const PAPERS = sql`(SELECT id, batch_id, 'page 1' AS position FROM document WHERE tombstoned_at IS NULL)`

// Names are written out, so that no text of a request ever becomes an identifier.
const TABLES: Readonly<Record<string, Sql>> = {
  agreement: sql`agreement`,
  'bank-entry': sql`bank_entry`,
  'carrier-status': sql`carrier_event`,
  'credit-memo': sql`ledger_item`,
  'customer-master': sql`customer`,
  'bill-of-lading': PAPERS,
  // A deduction stands in its files where its claim does, else where it was found.
  deduction: sql`(SELECT DISTINCT ON (s.deduction_id) s.deduction_id AS id, s.batch_id, s.position FROM deduction_source s
    WHERE s.batch_id IS NOT NULL ORDER BY s.deduction_id, s.kind = 'portal-claim' DESC, s.is_origin DESC, s.id)`,
  delivery: sql`delivery_line`,
  'freight-bill': sql`freight_bill`,
  'freight-tariff': sql`freight_tariff`,
  invoice: sql`invoice`,
  ledger: sql`ledger_item`,
  mail: PAPERS,
  'order-change': sql`order_change`,
  'order-confirmation': sql`order_confirmation_line`,
  'portal-claim': sql`portal_claim`,
  'price-condition': sql`price_condition`,
  'proof-of-delivery': PAPERS,
  'purchase-order': sql`purchase_order`,
  receipt: sql`receipt`,
  // What a payment took is cited by its line, the payment itself by its head.
  remittance: sql`(SELECT id, batch_id, position FROM remittance
    UNION ALL SELECT l.id, h.batch_id, l.position FROM remittance_line l JOIN remittance h ON h.id = l.remittance_id)`,
  'return-authorisation': sql`return_authorisation`,
  'return-receipt': sql`return_receipt`,
  'sales-order': sql`sales_order_line`,
  'sent-invoice': sql`sent_invoice`,
  'ship-notice': sql`ship_notice`,
  'stock-report': sql`stock_report`,
}

/** The import and the position that a record came from; null when the actor does not see its file or it came from none. */
export async function findRecordPlace(actor: Actor, record: string, id: string): Promise<{ batchId: string; position: string } | null> {
  const table = TABLES[record]
  if (table === undefined) return null
  const [place] = await select<{ batchId: string; position: string }>(sql`
    SELECT b.id::text AS "batchId", r.position FROM ${table} r JOIN import_batch b ON b.id = r.batch_id
    WHERE r.id = ${id}::uuid AND ${batchesOf(actor)}`)
  return place ?? null
}
