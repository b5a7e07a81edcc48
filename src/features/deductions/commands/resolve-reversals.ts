import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'

/**
 * Books money given back in a payment: a credit line that names a claim, or its reversal (`…SCR` takes back `…SC`),
 * resolves what is open of that deduction. The credit line becomes a source of the deduction, so it counts once.
 */
export async function resolveReversals({ tx }: Scope): Promise<number> {
  await tx.$executeRaw(sql`
    CREATE TEMP TABLE giving_back ON COMMIT DROP AS
    SELECT DISTINCT ON (d.id) l.id AS source_id, d.id AS deduction_id, d.customer_id, d.currency, least(l.paid_minor, d.open_minor) AS amount_minor,
      r.number AS payment_number, r.paid_on, r.batch_id, l.position, l.claim_key IS DISTINCT FROM d.claim_key AS is_reversal
    FROM remittance_line l
    JOIN remittance r ON r.id = l.remittance_id
    CROSS JOIN LATERAL (SELECT coalesce(l.claim_key, l.reference_key) AS key) named
    JOIN LATERAL (
      SELECT * FROM deduction x WHERE x.customer_id = l.customer_id AND x.open_minor > 0
        AND x.claim_key IN (named.key, regexp_replace(named.key, '(SC|PC)R$', '\\1'))
        AND (x.taken_on IS NULL OR r.paid_on IS NULL OR x.taken_on <= r.paid_on)
      ORDER BY abs(x.amount_minor - l.paid_minor), x.taken_on DESC LIMIT 1) d ON true
    WHERE l.kind = 'credit' AND l.paid_minor > 0
      AND NOT EXISTS (SELECT 1 FROM deduction_source s WHERE s.kind = 'remittance' AND s.source_id = l.id)
    ORDER BY d.id, r.paid_on, l.id`)
  await tx.$executeRaw(sql`
    INSERT INTO deduction_source (deduction_id, kind, source_id, amount_minor, is_origin, batch_id, position)
    SELECT deduction_id, 'remittance', source_id, -amount_minor, false, batch_id, position FROM giving_back`)
  const booked = await tx.$executeRaw(sql`
    INSERT INTO resolution (deduction_id, customer_id, kind, amount_minor, currency, resolved_on, reference)
    SELECT deduction_id, customer_id, CASE WHEN is_reversal THEN 'reversed' ELSE 'repaid' END, amount_minor, currency,
      coalesce(paid_on, current_date), payment_number FROM giving_back`)
  await tx.$executeRaw(sql`
    UPDATE deduction d SET open_minor = d.open_minor - g.amount_minor,
      state = CASE WHEN d.open_minor = g.amount_minor THEN 'closed' ELSE d.state END,
      next_action = CASE WHEN d.open_minor = g.amount_minor THEN 'none' ELSE d.next_action END, version = d.version + 1, updated_at = now()
    FROM giving_back g WHERE g.deduction_id = d.id`)
  await tx.$executeRaw(sql`INSERT INTO touched SELECT deduction_id, false FROM giving_back ON CONFLICT DO NOTHING`)
  await tx.$executeRaw(sql`DROP TABLE giving_back`)
  return booked
}
