import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, markKnownFacts, stagedRows } from '@/server/staged-rows'

const FACT = { kind: 'bank-entry', table: 'bank_entry', key: { reference: sql`r.values ->> 'reference'` } }

/**
 * Takes over bank bookings, each once. The payment number is the one of a known payment of the same amount; else what the
 * payer gave along, so that an advice that comes later finds its money.
 */
export async function commitBankEntries(scope: Scope, batchId: string): Promise<void> {
  await markKnownFacts(scope, batchId, FACT)
  await markKnownBookings(scope, batchId)
  await scope.tx.$executeRaw(sql`
    INSERT INTO bank_entry (reference, account, booked_on, currency, amount_minor, text, payment_key, fingerprint, occurrence, batch_id, position)
    SELECT v.reference, v.account, v."bookedOn", v.currency, v."amountMinor", v.text,
      coalesce((SELECT m.number_key FROM jsonb_array_elements_text(v."paymentNumbers") WITH ORDINALITY AS n(number, place)
          JOIN remittance m ON m.number_key = comparison_key(n.number) AND m.currency = v.currency
            AND v."amountMinor" IN (m.total_minor, m.computed_minor) ORDER BY n.place LIMIT 1),
        nullif(comparison_key(v."paymentNumbers" ->> 0), '')),
      r.fingerprint, r.occurrence, r.batch_id, r.position
    FROM import_row r
    CROSS JOIN LATERAL jsonb_to_record(r.values) AS v(reference text, account text, "bookedOn" date, currency text, "amountMinor" bigint,
      text text, "paymentNumbers" jsonb)
    WHERE ${stagedRows(batchId, FACT.kind)}`)
  await acceptRows(scope, batchId, FACT.kind)
}

/**
 * Banks tell of one booking in several messages, first notified and then on the statement, with other words each time: the same
 * number of the same account, day and amount is the same money. Numbers that a reader had to make up prove nothing.
 */
async function markKnownBookings({ tx }: Scope, batchId: string): Promise<void> {
  await tx.$executeRaw(sql`
    UPDATE import_row r SET status = 'duplicate', reason = 'remittances/booking-known'
    WHERE ${stagedRows(batchId, FACT.kind)} AND length(r.values ->> 'reference') >= 6
      AND r.values ->> 'reference' !~ '(line|entry) [0-9]+' AND r.values ->> 'reference' ~ '[1-9A-Za-z]'
      AND EXISTS (SELECT 1 FROM bank_entry t WHERE t.reference = r.values ->> 'reference' AND t.account = r.values ->> 'account'
        AND t.currency = r.values ->> 'currency' AND t.amount_minor = (r.values ->> 'amountMinor')::bigint
        AND t.booked_on = (r.values ->> 'bookedOn')::date AND t.batch_id <> r.batch_id)`)
}
