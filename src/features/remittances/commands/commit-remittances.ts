import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, prepareRecords, stagedRows } from '@/server/staged-rows'

// Advices that name no account belong to the customer's only account; a customer of many accounts pays under the empty one.
// What the bank passes on never names an account, but the invoices it pays do.
const ACCOUNT = sql`coalesce(comparison_key(r.values ->> 'account'),
  CASE WHEN r.values ->> 'source' IN ('bank', 'lockbox') THEN (SELECT min(i.account_key)
    FROM jsonb_array_elements(r.values -> 'lines') AS l JOIN invoice i ON i.number_key = comparison_key(l ->> 'reference')
      OR length(l ->> 'reference') = 16 AND starts_with(i.number_key, comparison_key(l ->> 'reference'))
    WHERE i.customer_id = r.customer_id HAVING count(DISTINCT i.account_key) = 1) END,
  (SELECT min(a.account_key) FROM customer_account a WHERE a.customer_id = r.customer_id HAVING count(*) = 1), '')`

const RECORD = {
  kind: 'remittance',
  table: 'remittance',
  key: { customer_id: sql`r.customer_id`, account_key: ACCOUNT, number_key: sql`comparison_key(r.values ->> 'number')` },
  lines: { table: 'remittance_line', parent: 'remittance_id', keepIdentity: true },
}

/** Takes over staged payment advices of any format; one payment is one record, however often its advice is sent. */
export async function commitRemittances(scope: Scope, batchId: string): Promise<void> {
  await leaveToAdvice(scope, batchId)
  await prepareRecords(scope, batchId, RECORD)
  await scope.tx.$executeRaw(sql`
    INSERT INTO remittance AS t (customer_id, account_key, number, number_key, paid_on, currency, total_minor, computed_minor, method,
      source, fingerprint, batch_id, position)
    SELECT r.customer_id, ${ACCOUNT}, v.number, comparison_key(v.number), v."paidOn", coalesce(substring(v.currency from '^[A-Z]{3}$'), c.currency),
      v."totalMinor", v."computedMinor", v.method, v.source, r.fingerprint, r.batch_id, r.position
    FROM import_row r
    JOIN customer c ON c.id = r.customer_id
    CROSS JOIN LATERAL jsonb_to_record(r.values) AS v(number text, "paidOn" date, currency text, "totalMinor" bigint,
      "computedMinor" bigint, method text, source text)
    WHERE ${stagedRows(batchId, RECORD.kind)}
    ON CONFLICT (customer_id, account_key, number_key) DO UPDATE SET number = excluded.number, paid_on = excluded.paid_on,
      currency = excluded.currency, total_minor = excluded.total_minor, computed_minor = excluded.computed_minor, method = excluded.method,
      source = excluded.source, fingerprint = excluded.fingerprint, batch_id = excluded.batch_id, position = excluded.position,
      version = t.version + 1`)
  await scope.tx.$executeRaw(sql`
    INSERT INTO remittance_line (remittance_id, customer_id, line_no, kind, reference, reference_key, po_number, po_key, gross_minor,
      discount_minor, paid_minor, deducted_minor, reason_code, own_code, claim_number, claim_key, applies_to, applies_to_key, is_netted,
      text, position)
    SELECT t.id, r.customer_id, e.no, l.kind, l.reference, comparison_key(l.reference), l."poNumber", comparison_key(l."poNumber"),
      l."grossMinor", l."discountMinor", l."paidMinor", l."deductedMinor", l."reasonCode", l."ownCode", l."claimNumber",
      comparison_key(l."claimNumber"), l."appliesTo", comparison_key(l."appliesTo"), l."isNetted", l.text, l.position
    FROM import_row r
    JOIN remittance t ON t.customer_id = r.customer_id AND t.account_key = ${ACCOUNT} AND t.number_key = comparison_key(r.values ->> 'number')
    CROSS JOIN LATERAL jsonb_array_elements(r.values -> 'lines') WITH ORDINALITY AS e(line, no)
    CROSS JOIN LATERAL jsonb_to_record(e.line) AS l(kind text, reference text, "poNumber" text, "grossMinor" bigint,
      "discountMinor" bigint, "paidMinor" bigint, "deductedMinor" bigint, "reasonCode" text, "ownCode" text, "claimNumber" text,
      "appliesTo" text, "isNetted" boolean, text text, position text)
    WHERE ${stagedRows(batchId, RECORD.kind)}
    ON CONFLICT (remittance_id, line_no) DO UPDATE SET kind = excluded.kind, reference = excluded.reference,
      reference_key = excluded.reference_key, po_number = excluded.po_number, po_key = excluded.po_key, gross_minor = excluded.gross_minor,
      discount_minor = excluded.discount_minor, paid_minor = excluded.paid_minor, deducted_minor = excluded.deducted_minor,
      reason_code = excluded.reason_code, own_code = excluded.own_code, claim_number = excluded.claim_number,
      claim_key = excluded.claim_key, applies_to = excluded.applies_to, applies_to_key = excluded.applies_to_key,
      is_netted = excluded.is_netted, text = excluded.text, position = excluded.position`)
  await scope.tx.$executeRaw(sql`
    DELETE FROM remittance_line l USING remittance t, import_row r
    WHERE ${stagedRows(batchId, RECORD.kind)} AND t.batch_id = r.batch_id AND t.position = r.position AND l.remittance_id = t.id
      AND l.line_no > jsonb_array_length(r.values -> 'lines')`)
  await completeNumbers(scope, batchId)
  await acceptRows(scope, batchId, RECORD.kind)
}

/** The customer's own advice says more than what the bank passes on of it: the bank's copy never replaces it. */
async function leaveToAdvice({ tx }: Scope, batchId: string): Promise<void> {
  await tx.$executeRaw(sql`
    UPDATE import_row r SET status = 'duplicate', reason = 'remittances/advice-known'
    WHERE ${stagedRows(batchId, RECORD.kind)} AND r.values ->> 'source' IN ('bank', 'lockbox')
      AND EXISTS (SELECT 1 FROM remittance t WHERE t.customer_id = r.customer_id AND t.source NOT IN ('bank', 'lockbox')
        AND t.number_key = comparison_key(r.values ->> 'number'))`)
}

/** Banks type 16 places of an invoice number: one that is the beginning of a single invoice of the customer is that invoice. */
async function completeNumbers({ tx }: Scope, batchId: string): Promise<void> {
  await tx.$executeRaw(sql`
    UPDATE remittance_line l SET reference_key = i.key, applies_to_key = CASE WHEN l.applies_to_key = l.reference_key THEN i.key ELSE l.applies_to_key END
    FROM remittance t CROSS JOIN LATERAL (
      SELECT x.id, min(n.number_key) AS key FROM remittance_line x
      JOIN invoice n ON n.customer_id = x.customer_id AND starts_with(n.number_key, x.reference_key)
      WHERE x.remittance_id = t.id AND length(x.reference) = 16 GROUP BY x.id HAVING count(*) = 1
    ) i
    WHERE t.batch_id = ${batchId}::uuid AND t.source = 'lockbox' AND l.remittance_id = t.id AND i.id = l.id`)
}
