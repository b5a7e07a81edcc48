import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'

/** A booking on our account and the payment advice that explains it. */
export type CashMatch = {
  bankReference: string
  /** The payment number as the advice writes it. */
  remittance: string
  /** Customer code. */
  customer: string
  amountMinor: bigint
  currency: string
  bookedOn: string | null
  /** Our numbers of the invoices paid, as far as the advice names them legibly; else what it writes. */
  invoices: string[]
}

// As written; with a prefix or suffix; with the store in front of it; else by its order and amount, where the number has a slip.
const PAID_INVOICE = sql`coalesce(
  (SELECT i.number FROM (SELECT l.reference_key AS key, 0 AS rank
      UNION ALL SELECT comparison_key(digits[1]), 1 FROM regexp_matches(l.reference, '[0-9]{5,}', 'g') digits) token
    JOIN invoice i ON i.customer_id = k.customer_id AND i.number_key = token.key ORDER BY token.rank LIMIT 1),
  (SELECT i.number FROM invoice i WHERE i.customer_id = k.customer_id AND i.net_minor = l.gross_minor AND length(i.number_key) >= 5
    AND right(l.reference_key, length(i.number_key)) = i.number_key LIMIT 1),
  (SELECT min(i.number) FROM invoice i WHERE i.customer_id = k.customer_id AND i.net_minor = l.gross_minor AND i.po_key = l.po_key
    HAVING count(*) = 1))`

/**
 * Bookings that need nobody: one advice carries the payment number, the currency and the amount, and no second booking
 * claims it. Where several payers use the same number, the one whom the bank names.
 */
export async function findCashMatches(actor: Actor): Promise<CashMatch[]> {
  return select(sql`
    WITH candidate AS (
      SELECT b.id AS entry_id, b.reference, b.booked_on, b.amount_minor, b.currency, m.id AS remittance_id, m.number, m.customer_id,
        EXISTS (SELECT 1 FROM customer_account a WHERE a.customer_id = m.customer_id AND a.name <> ''
          AND (m.account_key = '' OR a.account_key = m.account_key) AND strpos(upper(b.text), upper(a.name)) > 0) AS is_named
      FROM bank_entry b
      JOIN remittance m ON m.number_key = b.payment_key AND m.currency = b.currency AND b.amount_minor IN (m.total_minor, m.computed_minor)
      WHERE b.amount_minor > 0
    ), counted AS (
      SELECT *, count(*) OVER entry AS candidates, count(*) FILTER (WHERE is_named) OVER entry AS named FROM candidate
      WINDOW entry AS (PARTITION BY entry_id)
    ), chosen AS (
      SELECT *, count(*) OVER (PARTITION BY remittance_id) AS entries FROM counted
      WHERE candidates = 1 OR (named = 1 AND is_named)
    )
    SELECT k.reference AS "bankReference", k.number AS remittance, c.code AS customer, k.amount_minor AS "amountMinor", k.currency,
      k.booked_on AS "bookedOn",
      ARRAY(SELECT DISTINCT coalesce(${PAID_INVOICE}, l.reference) FROM remittance_line l
        WHERE l.remittance_id = k.remittance_id AND l.kind = 'invoice' AND l.reference IS NOT NULL ORDER BY 1) AS invoices
    FROM chosen k JOIN customer c ON c.id = k.customer_id
    WHERE k.entries = 1 AND ${scopeOf(actor, sql`k.customer_id`)}
    ORDER BY k.booked_on, k.reference, k.entry_id`)
}
