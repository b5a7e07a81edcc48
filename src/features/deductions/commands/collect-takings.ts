import { sql, type Tx } from '@/server/db/client'

/**
 * Collects into the temporary table `taking` every amount withheld that belongs to no deduction yet, in one shape:
 * lines of payments (adjustments, short pays, discounts), residuals of the ledger (posting key 06) and entries by hand.
 */
export async function collectTakings(tx: Tx): Promise<void> {
  await tx.$executeRaw(sql`
    CREATE TEMP TABLE taking ON COMMIT DROP AS
    SELECT 'remittance'::text AS kind, l.id AS source_id, l.customer_id, r.account_key, l.claim_number, l.claim_key,
      r.number AS payment_number, r.number_key AS payment_key, r.paid_on AS taken_on,
      CASE WHEN l.deducted_minor > 0 THEN l.deducted_minor ELSE l.discount_minor END AS amount_minor, r.currency,
      coalesce(own.number_key, l.applies_to_key, CASE WHEN l.kind IN ('invoice', 'short-pay') THEN l.reference_key END) AS invoice_key,
      r.batch_id, l.position, NULL::uuid AS deduction_id, new_id() AS new_deduction_id
    FROM remittance_line l
    JOIN remittance r ON r.id = l.remittance_id
    LEFT JOIN LATERAL (SELECT i.number_key FROM invoice i WHERE i.customer_id = l.customer_id AND i.number_key IN (
        SELECT comparison_key(m[1]) FROM regexp_matches(coalesce(l.applies_to, CASE WHEN l.kind IN ('invoice', 'short-pay') THEN l.reference END, ''),
          '[0-9]{5,}', 'g') m) LIMIT 1) own ON true
    WHERE (l.deducted_minor > 0 OR l.discount_minor > 0)
      AND NOT EXISTS (SELECT 1 FROM deduction_source s WHERE s.kind IN ('remittance', 'manual') AND s.source_id = l.id)`)
  await tx.$executeRaw(sql`
    INSERT INTO taking
    SELECT 'ledger', l.id, l.customer_id, l.account_key,
      CASE WHEN own_payment.document_key IS NULL THEN l.assignment END, CASE WHEN own_payment.document_key IS NULL THEN l.assignment_key END,
      coalesce(own_payment.assignment, payment.assignment), coalesce(own_payment.assignment_key, payment.assignment_key),
      l.document_on, l.amount_minor, l.currency, l.reference_key, l.batch_id, l.position, NULL, new_id()
    FROM ledger_item l
    LEFT JOIN LATERAL (SELECT p.assignment, p.assignment_key, p.document_key FROM ledger_item p
      WHERE p.account_key = l.account_key AND p.posting_key = '15' AND p.assignment_key = l.assignment_key LIMIT 1) own_payment ON true
    LEFT JOIN LATERAL (SELECT p.assignment, p.assignment_key FROM ledger_item p
      WHERE p.account_key = l.account_key AND p.posting_key = '15' AND p.document_on = l.document_on AND p.document_key <= l.document_key
      ORDER BY length(p.document_key) DESC, p.document_key DESC LIMIT 1) payment ON true
    WHERE l.posting_key = '06' AND l.amount_minor > 0
      AND NOT EXISTS (SELECT 1 FROM deduction_source s WHERE s.kind = 'ledger' AND s.source_id = l.id)`)
  await tx.$executeRaw(sql`
    INSERT INTO taking
    SELECT 'manual', e.id, e.customer_id, NULL, e.claim_number, e.claim_key, e.payment_number, e.payment_key, e.taken_on, e.amount_minor,
      e.currency, e.invoice_key, NULL, '', NULL, new_id()
    FROM manual_entry e WHERE e.taken_back_at IS NULL AND NOT EXISTS (SELECT 1 FROM deduction_source s WHERE s.kind = 'manual' AND s.source_id = e.id)`)
  await tx.$executeRaw(sql`CREATE INDEX ON taking (kind, customer_id, amount_minor)`)
  await tx.$executeRaw(sql`ANALYZE taking`)
}
