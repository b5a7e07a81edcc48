import type { Actor } from '@/core/actor'
import { join, raw, select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { batchesOf, visibleBatch } from './batches-of'

/** What became of the rows of one kind. */
export type KindCount = { kind: string; accepted: number; duplicate: number; rejected: number; corrected: number; staged: number }
/** Records of one kind whose content this file replaced. */
export type ChangedRecords = { table: string; count: number }
/** A record that this file brought or changed and that has a page of its own: `key` leads to it, an order and a code also by their customer. */
export type BroughtRecord = {
  kind: 'order' | 'invoice' | 'code' | 'deduction' | 'document'
  text: string
  key: string
  customer: string | null
  position: string | null
}
export type Sending = { path: string; way: string; sent_by: string | null; sent_at: Date }
/** The import whose rejected rows this one corrects, or one that corrects rows of this one. */
export type CorrectionImport = {
  id: string
  number: number
  file_name: string
  is_parent: boolean
  accepted: number
  rejected: number
}

const RECORDS_MAX = 40
// What tells of an order is seen on its page: our own lines, deliveries, answers, changes and counts.
const OF_ORDERS = ['sales_order_line', 'delivery_line', 'order_confirmation_line', 'order_change', 'receipt'] as const
const SENDINGS_MAX = 100

/** Rows of an import by kind, whether they are staged still, were taken over or turned away. */
export function findKindCounts(actor: Actor, batchId: string): Promise<KindCount[]> {
  return select<KindCount>(sql`
    SELECT kind, sum(accepted)::int AS accepted, sum(duplicate)::int AS duplicate, sum(rejected)::int AS rejected, sum(corrected)::int AS corrected,
      sum(staged)::int AS staged
    FROM (
      SELECT kind, accepted, duplicate, 0 AS rejected, 0 AS corrected, 0 AS staged FROM import_kind_count WHERE batch_id = ${visibleBatch(actor, batchId)}
      UNION ALL
      SELECT kind, 0, 0, count(*) FILTER (WHERE status = 'rejected'), count(corrected_by), count(*) FILTER (WHERE status = 'staged')
      FROM import_row WHERE batch_id = ${visibleBatch(actor, batchId)} GROUP BY kind
    ) n GROUP BY kind ORDER BY kind = 'unread', kind`)
}

/** Records whose content this import replaced, by table. */
export function findChangedRecords(actor: Actor, batchId: string): Promise<ChangedRecords[]> {
  return select<ChangedRecords>(sql`
    SELECT table_name AS "table", count(*)::int AS count FROM record_version WHERE batch_id = ${visibleBatch(actor, batchId)} AND cause = 'import' GROUP BY 1 ORDER BY 1`)
}

/** The first records of an import that have a page of their own. */
export function findBroughtRecords(actor: Actor, batchId: string): Promise<BroughtRecord[]> {
  const batch = visibleBatch(actor, batchId)
  const orders = join(
    OF_ORDERS.map(
      (table) => sql`SELECT customer_id, po_number, po_key, position FROM ${raw(table)} WHERE batch_id = ${batch} AND po_key <> ''`,
    ),
    ' UNION ALL ',
  )
  return select<BroughtRecord>(sql`
    SELECT * FROM (
      (SELECT DISTINCT ON (o.po_key, c.code) 'order' AS kind, o.po_number AS text, o.po_key AS key, c.code AS customer, o.position
        FROM (${orders}) o JOIN customer c ON c.id = o.customer_id WHERE ${scopeOf(actor, sql`o.customer_id`)}
        ORDER BY o.po_key, c.code, length(o.position), o.position LIMIT ${RECORDS_MAX})
      UNION ALL
      (SELECT DISTINCT ON (i.number_key) 'invoice', i.number, i.number_key, NULL, i.position FROM (
          SELECT number, number_key, customer_id, position FROM invoice WHERE batch_id = ${batch}
          UNION ALL SELECT s.number, s.number_key, s.customer_id, s.position FROM sent_invoice s
            WHERE s.batch_id = ${batch} AND EXISTS (SELECT 1 FROM invoice own WHERE own.number_key = s.number_key)) i
        WHERE ${scopeOf(actor, sql`i.customer_id`)} ORDER BY i.number_key LIMIT ${RECORDS_MAX})
      UNION ALL
      (SELECT 'code', k.code, k.code_key, c.code, k.position FROM reason_code k JOIN customer c ON c.id = k.customer_id
        WHERE k.batch_id = ${batch} AND ${scopeOf(actor, sql`k.customer_id`)} AND (
          EXISTS (SELECT 1 FROM deduction d WHERE d.customer_id = k.customer_id AND d.code_key = k.code_key)
          OR EXISTS (SELECT 1 FROM code_map m WHERE m.customer_id = k.customer_id AND m.code_key = k.code_key AND m.state <> 'rejected'))
        ORDER BY k.code LIMIT ${RECORDS_MAX})
      UNION ALL
      (SELECT 'order' AS kind, p.number AS text, p.number_key AS key, c.code AS customer, p.position
        FROM purchase_order p JOIN customer c ON c.id = p.customer_id WHERE p.batch_id = ${batch}
          AND ${scopeOf(actor, sql`p.customer_id`)} ORDER BY p.number LIMIT ${RECORDS_MAX})
      UNION ALL
      (SELECT DISTINCT ON (d.claim_number, d.id) 'deduction', coalesce(nullif(d.claim_number, ''), 'D-' || d.number), d.id::text, NULL, s.position FROM deduction_source s
        JOIN deduction d ON d.id = s.deduction_id WHERE s.batch_id = ${batch}
          AND ${scopeOf(actor, sql`d.customer_id`)} ORDER BY d.claim_number, d.id, s.position LIMIT ${RECORDS_MAX})
      UNION ALL
      (SELECT 'document', coalesce(d.number, d.file_name), d.id::text, NULL, NULL FROM document d WHERE d.batch_id = ${batch}
          AND ${scopeOf(actor, sql`d.customer_id`)}
        ORDER BY d.created_at LIMIT ${RECORDS_MAX})
    ) brought`)
}

/** Every time that these bytes came, the latest first. */
export function findSendings(actor: Actor, batchId: string): Promise<Sending[]> {
  return select<Sending>(sql`
    SELECT s.path, s.way, u.name AS sent_by, s.sent_at FROM import_sending s LEFT JOIN app_user u ON u.id = s.sent_by
    WHERE s.batch_id = ${visibleBatch(actor, batchId)} ORDER BY s.id DESC LIMIT ${SENDINGS_MAX}`)
}

/** The import whose rows this one corrects, and those that correct rows of it. */
export function findCorrections(actor: Actor, batchId: string): Promise<CorrectionImport[]> {
  return select<CorrectionImport>(sql`
    SELECT b.id::text, b.number, b.file_name, coalesce(b.id = own.parent_id, FALSE) AS is_parent,
      b.accepted + b.duplicate AS accepted, b.rejected
    FROM import_batch own JOIN import_batch b ON (b.id = own.parent_id AND own.parent_reason = 'correction')
      OR (b.parent_id = own.id AND b.parent_reason = 'correction')
    WHERE own.id = ${visibleBatch(actor, batchId)} AND ${batchesOf(actor)} ORDER BY is_parent DESC, b.number LIMIT 200`)
}
