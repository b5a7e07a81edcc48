import { type Sql, select, sql } from '@/server/db/client'

/** What depends on the noted changes: everything, or these deductions. `seen` says which notes that were, for `clearDue`. */
export type Due = { everything: boolean; ids: string[]; seen: string }

/** Beyond as many notes judging everything is quicker than finding what depends on them. */
const NOTES_MAX = 200_000

/**
 * The deductions whose facts may be others since they were last judged, found through the numbers by which facts are looked up: the same ways as
 * gathering facts goes, from the other end. Finding one too many costs a look, finding one too few is an old verdict.
 */
export async function findDue(): Promise<Due> {
  const seen = await seeNow()
  const [all] = await select<{ everything: boolean }>(sql`
    SELECT EXISTS (SELECT 1 FROM judgement_due WHERE kind = 'everything' AND ${isSeen(seen)})
      OR (SELECT count(*) > ${NOTES_MAX}::int FROM (SELECT 1 FROM judgement_due LIMIT ${NOTES_MAX + 1}) n) AS everything`)
  return all?.everything ? { everything: true, ids: [], seen } : { everything: false, ids: await findDependent(seen), seen }
}

/** What a run that begins now can see. */
export async function seeNow(): Promise<string> {
  const [now] = await select<{ seen: string }>(sql`SELECT pg_current_snapshot()::text AS seen`)
  return now?.seen ?? ''
}

/** Of a note: it was there when a run looked, so that the run has judged what depends on it. */
export function isSeen(seen: string): Sql {
  return sql`pg_visible_in_snapshot(noted_in, ${seen}::pg_snapshot)`
}

async function findDependent(seen: string): Promise<string[]> {
  const rows = await select<{ id: string }>(sql`
    WITH note AS MATERIALIZED (SELECT DISTINCT kind, customer_id, key FROM judgement_due WHERE ${isSeen(seen)}),
    one AS MATERIALIZED (
      SELECT d.id, d.customer_id, d.invoice_key, d.po_key, CASE WHEN d.category = 'price-protection' THEN d.item_id END AS item_id
      FROM note n JOIN deduction d ON d.id = n.key::uuid WHERE n.kind = 'deduction'
    ), in_order AS MATERIALIZED (
      SELECT customer_id, key FROM note WHERE kind = 'order' AND customer_id IS NOT NULL
      UNION SELECT c.id, n.key FROM note n CROSS JOIN customer c WHERE n.kind = 'number' OR (n.kind = 'order' AND n.customer_id IS NULL)
      UNION SELECT customer_id, po_key FROM one WHERE po_key IS NOT NULL
    ), transport AS MATERIALIZED (
      SELECT key FROM note WHERE kind IN ('transport', 'number')
      -- A better count of an order puts weaker counts of it away, also where they stand on another shipment.
      UNION SELECT r.bol_key FROM in_order o JOIN receipt r ON r.customer_id = o.customer_id AND r.po_key = o.key WHERE r.bol_key IS NOT NULL
    ), in_delivery AS MATERIALIZED (
      SELECT key FROM note WHERE kind IN ('delivery', 'number')
      UNION SELECT l.number_key FROM transport t JOIN delivery_line l ON l.bol_key = t.key
      UNION SELECT l.number_key FROM transport t JOIN delivery_line l ON l.pro_key = t.key
    ), in_invoice AS MATERIALIZED (
      SELECT customer_id, key FROM note WHERE kind = 'invoice'
      UNION SELECT customer_id, invoice_key FROM one WHERE invoice_key IS NOT NULL
      UNION SELECT i.customer_id, i.number_key FROM in_order o JOIN invoice i ON i.customer_id = o.customer_id AND i.po_key = o.key
      UNION SELECT i.customer_id, i.number_key FROM in_delivery v JOIN invoice i ON i.delivery_key = v.key
    )
    SELECT id::text FROM (
      SELECT id FROM one UNION SELECT p.id FROM one o JOIN deduction p ON p.split_of_id = o.id
      UNION SELECT n.deduction_id FROM in_order o JOIN deduction_number n ON n.key = o.key AND n.kind = 'po' AND n.customer_id = o.customer_id
      UNION SELECT n.deduction_id FROM in_invoice i JOIN deduction_number n ON n.key = i.key AND n.kind = 'invoice' AND n.customer_id = i.customer_id
      UNION SELECT n.deduction_id FROM in_delivery v JOIN deduction_number n ON n.key = v.key AND n.kind = 'delivery'
      UNION SELECT n.deduction_id FROM note p JOIN deduction_number n ON n.key = p.key AND n.kind = 'payment' WHERE p.kind = 'payment'
      UNION SELECT d.id FROM note p JOIN deduction d ON d.customer_id = p.customer_id AND d.item_id = p.key::uuid AND d.category = 'price-protection'
        WHERE p.kind = 'article'
      UNION SELECT d.id FROM one o JOIN deduction d ON d.customer_id = o.customer_id AND d.item_id = o.item_id AND d.category = 'price-protection'
      -- A fine of a period, or one that a threshold allows, hangs on all orders of the customer.
      UNION SELECT d.id FROM (SELECT customer_id FROM in_order UNION SELECT l.customer_id FROM in_delivery v JOIN delivery_line l ON l.number_key = v.key) c
        JOIN deduction d ON d.customer_id = c.customer_id AND d.category = 'compliance'
        WHERE (d.invoice_key IS NULL AND d.po_key IS NULL) OR EXISTS (SELECT 1 FROM trade_rule r
          WHERE r.customer_id = d.customer_id AND r.kind IN ('on-time-threshold', 'in-full-threshold'))
      UNION SELECT d.id FROM note p JOIN deduction d ON d.customer_id = p.customer_id AND d.category = 'returns' WHERE p.kind = 'returns'
      UNION SELECT d.id FROM note p JOIN deduction d ON d.customer_id = p.customer_id WHERE p.kind = 'customer'
    ) due ORDER BY id`)
  return rows.map((row) => row.id)
}
