import type { Actor } from '@/core/actor'
import { type DateOrder, type OpenDates, orderOfCurrency } from '@/core/date-order'
import { select, sql } from '@/server/db/client'
import { DATE_ORDER_OPEN, type KnownOrders, type ProvenOrder } from '../rules/date-order'
import { batchesOf } from './batches-of'
import { AROUND, type StoredBatch } from './stored-batch'

/** What earlier files and people said about the dates of a sender (code of its customer, null when nothing names it) and header. */
export async function findDateOrders(actor: Actor, sender: string | null, fingerprint: string): Promise<Omit<KnownOrders, 'leaning'>> {
  const [proven, [answer], [customer]] = await Promise.all([
    select<ProvenOrder>(sql`
      SELECT b.date_order AS "order", coalesce(b.header_fingerprint = ${fingerprint}, false) AS "isSameHeader",
        coalesce(c.code = ${sender}, false) AS "isSameSender", max(b.created_at) AS "lastAt"
      FROM import_batch b LEFT JOIN customer c ON c.id = b.customer_id
      WHERE b.date_order_because = 'values' AND b.state = 'done' AND (b.header_fingerprint = ${fingerprint} OR c.code = ${sender})
        AND ${batchesOf(actor)}
      GROUP BY 1, 2, 3`),
    select<{ order: DateOrder; saidAt: Date }>(sql`
      SELECT a.date_order AS "order", a.said_at AS "saidAt" FROM date_order_answer a LEFT JOIN customer c ON c.id = a.customer_id
      WHERE a.fingerprint = ${fingerprint} AND c.code IS NOT DISTINCT FROM ${sender} ORDER BY a.said_at DESC LIMIT 1`),
    select<{ currency: string }>(sql`SELECT currency FROM customer WHERE code = ${sender}`),
  ])
  return { hasSender: sender !== null, proven, answer: answer ?? null, ofCustomer: orderOfCurrency(customer?.currency ?? null) }
}

/** A file that waits because its dates fit both orders; `openDates` is null for one that was read by an earlier version. */
export type OpenDateBatch = StoredBatch & { isPreview: boolean; openDates: OpenDates | null }

const WAITING_MAX = 500

/** The files whose dates nobody could decide, the oldest first. */
export async function findOpenDateBatches(actor: Actor): Promise<OpenDateBatch[]> {
  return select<OpenDateBatch>(sql`
    SELECT b.id::text, coalesce(b.path, b.file_name) AS path, f.storage_key AS "storageKey", b.bytes, ${AROUND} AS around,
      b.is_preview AS "isPreview", b.inspection -> 'openDates' AS "openDates"
    FROM import_batch b JOIN stored_file f ON f.id = b.file_id
    WHERE b.state = 'waiting' AND b.reason = ${DATE_ORDER_OPEN} AND ${batchesOf(actor)} ORDER BY b.number LIMIT ${WAITING_MAX}`)
}
