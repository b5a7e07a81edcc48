import { sql, type Tx } from '@/server/db/client'
import type { Extent } from './prepare-extent'

/**
 * Keeps what the tolerant pass brought together, with score and reasons, in place of what stood there for the same documents,
 * and the documents that no number pairs, for the next comparison. Matches are derived: they come and go with the records.
 */
export async function keepMatches(tx: Tx, extent: Extent): Promise<void> {
  await tx.$executeRaw(sql`
    CREATE TEMPORARY TABLE found_match ON COMMIT DROP AS
    SELECT match_identity(step, customer_id, their_key, our_key) AS identity, step, customer_id, way AS kind, our_key, their_key, '{}'::text[] AS our_lines, '{}'::text[] AS their_lines, score, reasons
    FROM paired_document
    UNION ALL
    SELECT match_identity('order-line', g.customer_id, g.po_key, array_to_string(g.our_refs, ',')), 'order-line', g.customer_id, g.kind, g.our_key, g.po_key,
      (SELECT array_agg(s.number || '/' || s.line ORDER BY s.number_key, s.line_no, s.line) FROM sales_order_line s WHERE s.id = ANY(g.our_refs::uuid[])), g.their_refs, g.score, g.reasons
    FROM line_group g WHERE g.kind <> 'same-line'`)
  const examined = extent.everything
    ? sql`TRUE`
    : sql`CASE m.step WHEN 'invoice' THEN m.our_key IN (SELECT key FROM in_invoice) OR m.their_key IN (SELECT key FROM in_invoice)
        WHEN 'ship-notice' THEN m.our_key IN (SELECT key FROM in_delivery) OR m.their_key IN (SELECT key FROM in_delivery)
        ELSE (m.customer_id, m.our_key) IN (SELECT customer_id, key FROM in_order) OR (m.customer_id, m.their_key) IN (SELECT customer_id, key FROM in_order) END`
  await tx.$executeRaw(
    sql`DELETE FROM record_match m WHERE ${examined} AND NOT EXISTS (SELECT 1 FROM found_match f WHERE f.identity = m.identity)`,
  )
  await tx.$executeRaw(sql`
    INSERT INTO record_match (identity, customer_id, step, kind, our_key, their_key, our_lines, their_lines, score, reasons)
    SELECT DISTINCT ON (identity) identity, customer_id, step, kind, our_key, their_key, our_lines, their_lines, score, reasons FROM found_match ORDER BY identity
    ON CONFLICT (identity) DO UPDATE SET kind = excluded.kind, our_lines = excluded.our_lines, their_lines = excluded.their_lines, score = excluded.score, reasons = excluded.reasons
    WHERE (record_match.kind, record_match.our_lines, record_match.their_lines, record_match.score, record_match.reasons)
      IS DISTINCT FROM (excluded.kind, excluded.our_lines, excluded.their_lines, excluded.score, excluded.reasons)`)
  const looked = extent.everything
    ? sql`TRUE`
    : sql`CASE u.step WHEN 'invoice' THEN u.key IN (SELECT key FROM in_invoice) WHEN 'ship-notice' THEN u.key IN (SELECT key FROM in_delivery)
        ELSE (u.customer_id, u.key) IN (SELECT customer_id, key FROM in_order) END`
  await tx.$executeRaw(sql`
    DELETE FROM unpaired_document u WHERE ${looked}
      AND NOT EXISTS (SELECT 1 FROM lone_document l WHERE (l.customer_id, l.step, l.side, l.key) = (u.customer_id, u.step, u.side, u.key))`)
  await tx.$executeRaw(sql`
    INSERT INTO unpaired_document (customer_id, step, side, key) SELECT DISTINCT customer_id, step, side, key FROM lone_document ON CONFLICT DO NOTHING`)
}
