import { sql, type Tx } from '@/server/db/client'
import { LEDGER_KINDS } from '../rules/deduction'

/**
 * Asks finance to post what was accepted or given up by these resolutions. A reference says that the document stands in the ledger
 * already; without one finance has it to post.
 */
export async function requestPostings(tx: Tx, resolutionIds: readonly string[]): Promise<void> {
  await tx.$executeRaw(sql`
    INSERT INTO ledger_request (resolution_id, deduction_id, customer_id, kind, amount_minor, currency, state, document_number, posted_on, decided_by)
    SELECT r.id, r.deduction_id, r.customer_id, CASE r.kind WHEN 'accepted' THEN ${LEDGER_KINDS.accepted} ELSE ${LEDGER_KINDS['written-off']} END, r.amount_minor,
      r.currency, CASE WHEN r.reference IS NULL THEN 'requested' ELSE 'posted' END, r.reference,
      CASE WHEN r.reference IS NOT NULL THEN r.resolved_on END, CASE WHEN r.reference IS NOT NULL THEN r.created_by END
    FROM resolution r WHERE r.id = ANY(${[...resolutionIds]}::uuid[])`)
}
