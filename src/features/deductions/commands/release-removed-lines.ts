import type { Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { releaseSources } from './release-sources'

/** A deduction that stays although its line is gone, and where that stood. */
export type KeptSighting = { position: string; number: number; claimNumber: string | null }

/** A deduction that somebody has worked on; what gave money back is taken back by its reversal. */
const HANDLED = sql`g.amount_minor > 0 AND (d.decided_verdict IS NOT NULL OR EXISTS (SELECT 1 FROM resolution x WHERE x.deduction_id = d.id)
  OR EXISTS (SELECT 1 FROM dispute p WHERE p.deduction_id = d.id)
  OR EXISTS (SELECT 1 FROM comment m WHERE m.subject_kind = 'deduction' AND m.subject_id = d.id)
  OR EXISTS (SELECT 1 FROM task k WHERE k.subject_kind = 'deduction' AND k.subject_id = d.id))`

/**
 * After a changed copy of a payment replaced a longer one: what was found from lines that are gone goes with them. A deduction on
 * which somebody has worked stays as it is, its sighting kept as if entered by hand, and is answered.
 */
export async function releaseRemovedLines(scope: Scope, batchId: string): Promise<KeptSighting[]> {
  const { tx } = scope
  const removed = sql`
    SELECT DISTINCT s.id, s.deduction_id, s.amount_minor, s.position FROM record_version v
    CROSS JOIN LATERAL jsonb_array_elements(v.content -> 'lines') o
    JOIN deduction_source s ON s.kind = 'remittance' AND s.source_id = (o ->> 'id')::uuid
    WHERE v.batch_id = ${batchId}::uuid AND v.table_name = 'remittance' AND v.cause = 'import'
      AND NOT EXISTS (SELECT 1 FROM remittance_line l WHERE l.id = s.source_id)`
  const [some] = await selectIn(tx, sql`SELECT 1 FROM (${removed}) gone LIMIT 1`)
  if (!some) return []
  const kept = await selectIn<KeptSighting>(
    tx,
    sql`SELECT coalesce(g.position, 'file') AS position, d.number, d.claim_number AS "claimNumber" FROM (${removed}) g
      JOIN deduction d ON d.id = g.deduction_id WHERE ${HANDLED} ORDER BY d.number`,
  )
  await tx.$executeRaw(sql`
    INSERT INTO manual_entry (id, customer_id, claim_number, claim_key, payment_number, payment_key, invoice_number, invoice_key, po_number,
      po_key, taken_on, amount_minor, currency, code, code_text, note)
    SELECT s.source_id, d.customer_id, d.claim_number, d.claim_key, d.payment_number, d.payment_key, d.invoice_number,
      comparison_key(d.invoice_number), d.po_number, comparison_key(d.po_number), coalesce(d.taken_on, ${scope.today}::date), g.amount_minor,
      d.currency, d.reason_code, d.code_text, concat('A later copy of payment ', d.payment_number, ' has no such line.')
    FROM (${removed}) g JOIN deduction_source s ON s.id = g.id JOIN deduction d ON d.id = g.deduction_id WHERE ${HANDLED}`)
  await tx.$executeRaw(sql`
    UPDATE deduction_source s SET kind = 'manual' FROM (${removed}) g JOIN deduction d ON d.id = g.deduction_id WHERE s.id = g.id AND ${HANDLED}`)
  await releaseSources(scope, batchId, sql`SELECT id, deduction_id, amount_minor FROM (${removed}) gone`)
  return kept
}
