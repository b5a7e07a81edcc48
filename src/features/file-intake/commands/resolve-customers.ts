import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { COMMITTERS } from './committers'

const NEEDS_CUSTOMER = COMMITTERS.filter((committer) => committer.customer === 'required').map((committer) => committer.kind)

/**
 * Finds the customer of every staged row once: by its account, by the address in its envelope (interchange id or GLN of
 * a site), by the code or name it gives, else by the folder it came from, our invoice it names, the order
 * that we booked under its number or the invoices that a payment pays. A row that needs one
 * and has none, or one that the actor does not see, is rejected and kept.
 */
export async function resolveCustomers({ tx, actor }: Scope, batchIds: readonly string[]): Promise<void> {
  await tx.$executeRaw(sql`
    UPDATE import_row r SET customer_id = coalesce(
      (SELECT a.customer_id FROM customer_account a WHERE a.account_key = comparison_key(r.values ->> 'account')),
      (SELECT c.id FROM customer c WHERE c.edi_id IN (r.values ->> 'sender', r.values ->> 'receiver') LIMIT 1),
      (SELECT c.id FROM customer c WHERE c.code = r.values ->> 'customer'),
      (SELECT c.id FROM customer c WHERE c.code = r.values ->> 'customerHint'),
      (SELECT a.customer_id FROM customer_account a WHERE a.name = r.values ->> 'customerName' LIMIT 1),
      (SELECT s.customer_id FROM ship_to s WHERE s.gln IN (r.values ->> 'sender', r.values ->> 'receiver') LIMIT 1),
      (SELECT c.id FROM customer c WHERE c.code = ANY(string_to_array(b.path, '/')) LIMIT 1),
      (SELECT i.customer_id FROM invoice i WHERE i.number_key = comparison_key(r.values ->> 'invoiceNumber')),
      (SELECT s.customer_id FROM sales_order_line s WHERE r.kind = 'purchase-order' AND s.po_key = comparison_key(r.values ->> 'number')
        GROUP BY s.customer_id HAVING (SELECT count(DISTINCT o.customer_id) FROM sales_order_line o WHERE o.po_key = comparison_key(r.values ->> 'number')) = 1),
      (SELECT (array_agg(DISTINCT i.customer_id))[1] FROM jsonb_array_elements(r.values -> 'lines') AS l
        JOIN invoice i ON i.number_key = comparison_key(l ->> 'reference')
        WHERE r.kind = 'remittance' HAVING count(DISTINCT i.customer_id) = 1),
      (SELECT (array_agg(DISTINCT i.customer_id))[1] FROM jsonb_array_elements(r.values -> 'lines') AS l
        JOIN invoice i ON length(l ->> 'reference') = 16 AND starts_with(i.number_key, comparison_key(l ->> 'reference'))
        WHERE r.values ->> 'source' = 'lockbox' HAVING count(DISTINCT i.customer_id) = 1))
    FROM import_batch b
    WHERE b.id = r.batch_id AND r.batch_id = ANY(${batchIds}::uuid[]) AND r.status = 'staged'`)
  await tx.$executeRaw(sql`
    UPDATE import_row SET status = 'rejected', reason = 'intake/unknown-customer'
    WHERE batch_id = ANY(${batchIds}::uuid[]) AND status = 'staged' AND customer_id IS NULL AND kind = ANY(${NEEDS_CUSTOMER}::text[])`)
  if (actor.customerIds === 'all') return
  await tx.$executeRaw(sql`
    UPDATE import_row SET status = 'rejected', reason = 'intake/customer-not-yours'
    WHERE batch_id = ANY(${batchIds}::uuid[]) AND status = 'staged'
      AND (customer_id IS NULL OR customer_id <> ALL(${[...actor.customerIds]}::uuid[]))`)
}
