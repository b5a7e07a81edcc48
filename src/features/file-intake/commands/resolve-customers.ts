import type { Scope } from '@/server/command'
import { type Sql, sql } from '@/server/db/client'
import { COMMITTERS } from './committers'

const NEEDS_CUSTOMER = COMMITTERS.filter((committer) => committer.customer === 'required').map((committer) => committer.kind)

/**
 * The columns asked for of every row `r` of `rows`, and its customer as `customer_id`: by its account, by the address in its envelope
 * (interchange id or GLN of a site), by the code or name it gives, else by the folder it came from, our invoice it names,
 * the order that we booked under its number or the invoices that a payment pays. The small tables are joined once, not asked row by row;
 * `batchIds` are the batches of the rows.
 */
export function customersOf(columns: Sql, rows: Sql, batchIds: readonly string[]): Sql {
  const address = sql`coalesce(r.values ->> 'sender', r.values ->> 'receiver')`
  return sql`
    SELECT ${columns}, coalesce(account.customer_id, sender.id, receiver.id, named.id, hinted.id, titled.customer_id,
      CASE WHEN ${address} IS NOT NULL THEN
        (SELECT s.customer_id FROM ship_to s WHERE s.gln IN (r.values ->> 'sender', r.values ->> 'receiver') LIMIT 1) END,
      b.folder_customer_id,
      (SELECT i.customer_id FROM invoice i WHERE i.number_key = comparison_key(r.values ->> 'invoiceNumber')),
      CASE WHEN r.kind = 'purchase-order' THEN
        (SELECT min(s.customer_id::text)::uuid FROM sales_order_line s WHERE s.po_key = comparison_key(r.values ->> 'number')
          HAVING count(DISTINCT s.customer_id) = 1) END,
      (SELECT (array_agg(DISTINCT i.customer_id))[1] FROM jsonb_array_elements(r.values -> 'lines') AS l
        JOIN invoice i ON i.number_key = comparison_key(l ->> 'reference')
        WHERE r.kind = 'remittance' HAVING count(DISTINCT i.customer_id) = 1),
      (SELECT (array_agg(DISTINCT i.customer_id))[1] FROM jsonb_array_elements(r.values -> 'lines') AS l
        JOIN invoice i ON length(l ->> 'reference') = 16 AND starts_with(i.number_key, comparison_key(l ->> 'reference'))
        WHERE r.values ->> 'source' = 'lockbox' HAVING count(DISTINCT i.customer_id) = 1),
      b.corrected_customer_id) AS customer_id
    FROM ${rows}
    JOIN ${batchesNamed(batchIds)} b ON b.id = r.batch_id
    LEFT JOIN customer_account account ON account.account_key = comparison_key(r.values ->> 'account')
    LEFT JOIN ${ADDRESSES} sender ON sender.edi_id = r.values ->> 'sender'
    LEFT JOIN ${ADDRESSES} receiver ON receiver.edi_id = r.values ->> 'receiver'
    LEFT JOIN customer named ON named.code = r.values ->> 'customer'
    LEFT JOIN customer hinted ON hinted.code = r.values ->> 'customerHint'
    LEFT JOIN (SELECT DISTINCT ON (name) name, customer_id FROM customer_account ORDER BY name, customer_id) titled
      ON titled.name = r.values ->> 'customerName'`
}

const ADDRESSES = sql`(SELECT DISTINCT ON (edi_id) edi_id, id FROM customer WHERE edi_id IS NOT NULL ORDER BY edi_id, id)`
// OFFSET 0 keeps the folder from being looked up again for every row, and would keep the batches of the rows from being chosen first.
// Corrected rows belong where the file stood that had them first.
const batchesNamed = (ids: readonly string[]) => sql`(SELECT b.id, p.customer_id AS corrected_customer_id,
    (SELECT c.id FROM customer c WHERE c.code = ANY(string_to_array(coalesce(p.path, b.path), '/')) LIMIT 1) AS folder_customer_id
  FROM import_batch b LEFT JOIN import_batch p ON p.id = b.parent_id AND b.parent_reason = 'correction'
  WHERE b.id = ANY(${ids}::uuid[]) OFFSET 0)`

/** Finds the customer of every staged row once. A row that needs one and has none, or one that the actor does not see, is rejected and kept. */
export async function resolveCustomers(scope: Scope, batchIds: readonly string[]): Promise<void> {
  await scope.tx.$executeRaw(sql`
    UPDATE import_row r SET customer_id = found.customer_id
    FROM (${customersOf(sql`r.batch_id, r.row_no`, sql`import_row r`, batchIds)} WHERE r.batch_id = ANY(${batchIds}::uuid[]) AND r.status = 'staged') found
    WHERE r.batch_id = found.batch_id AND r.row_no = found.row_no`)
  await rejectWithoutCustomer(scope, batchIds)
}

/** Rejects staged rows whose customer is missing, or not the actor's. */
export async function rejectWithoutCustomer({ tx, actor }: Scope, batchIds: readonly string[]): Promise<void> {
  await tx.$executeRaw(sql`
    UPDATE import_row SET status = 'rejected', reason = 'intake/unknown-customer'
    WHERE batch_id = ANY(${batchIds}::uuid[]) AND status = 'staged' AND customer_id IS NULL AND kind = ANY(${NEEDS_CUSTOMER}::text[])`)
  if (actor.customerIds === 'all') return
  await tx.$executeRaw(sql`
    UPDATE import_row SET status = 'rejected', reason = 'intake/customer-not-yours'
    WHERE batch_id = ANY(${batchIds}::uuid[]) AND status = 'staged'
      AND (customer_id IS NULL OR customer_id <> ALL(${[...actor.customerIds]}::uuid[]))`)
}
