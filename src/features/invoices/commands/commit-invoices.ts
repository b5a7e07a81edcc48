import { MATERIAL_OF_ROW } from '@/features/items/commands/material-of-row'
import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, rejectOlderRows, rejectRows, stagedRows } from '@/server/staged-rows'

const KIND = 'invoice'
const LINE = sql`ltrim(r.values ->> 'line', '0')`
const NUMBER = sql`comparison_key(r.values ->> 'number')`

/**
 * Takes over staged billing lines as invoices with lines. An invoice whose lines change or grow keeps its former state as
 * a version; its net amount is the sum of its lines.
 */
export async function commitInvoices(scope: Scope, batchId: string): Promise<void> {
  await rejectRows(scope, batchId, KIND, 'intake/unknown-currency', sql`r.values ->> 'currency' !~ '^[A-Z]{3}$'`)
  await markKnownLines(scope, batchId)
  await rejectOlderRows(scope, batchId, KIND, 'invoice', sql`t.number_key = ${NUMBER}`)
  await keepVersions(scope, batchId)
  await writeHeaders(scope, batchId)
  await writeLines(scope, batchId)
  await settleHeaders(scope, batchId)
  await acceptRows(scope, batchId, KIND)
}

/** A line that is there with the same content, or that a later line of the file replaces, is a duplicate. */
async function markKnownLines({ tx }: Scope, batchId: string): Promise<void> {
  await tx.$executeRaw(sql`
    WITH keyed AS (
      SELECT r.row_no, r.fingerprint, max(r.row_no) OVER same AS last_no, first_value(r.fingerprint) OVER (PARTITION BY ${NUMBER}, ${LINE}
        ORDER BY r.row_no DESC) AS last_print, t.fingerprint AS known_print, t.batch_id AS known_batch
      FROM import_row r
      LEFT JOIN invoice i ON i.number_key = ${NUMBER}
      LEFT JOIN invoice_line t ON t.invoice_id = i.id AND t.line = ${LINE}
      WHERE ${stagedRows(batchId, KIND)}
      WINDOW same AS (PARTITION BY ${NUMBER}, ${LINE})
    )
    UPDATE import_row r SET status = 'duplicate', duplicate_of = CASE WHEN k.known_print = k.fingerprint THEN k.known_batch END,
      reason = CASE WHEN k.fingerprint IN (k.last_print, k.known_print) THEN NULL ELSE 'intake/replaced-in-file' END
    FROM keyed k
    WHERE r.batch_id = ${batchId}::uuid AND r.row_no = k.row_no AND (k.row_no < k.last_no OR k.known_print = k.fingerprint)`)
}

async function keepVersions({ tx }: Scope, batchId: string): Promise<void> {
  await tx.$executeRaw(sql`
    INSERT INTO record_version (table_name, record_id, version, content, batch_id)
    SELECT 'invoice', i.id, i.version, to_jsonb(i) || jsonb_build_object('lines',
      (SELECT coalesce(jsonb_agg(to_jsonb(l)), '[]') FROM invoice_line l WHERE l.invoice_id = i.id)), ${batchId}::uuid
    FROM invoice i
    WHERE EXISTS (SELECT 1 FROM import_row r WHERE ${stagedRows(batchId, KIND)} AND ${NUMBER} = i.number_key)`)
}

async function writeHeaders({ tx }: Scope, batchId: string): Promise<void> {
  await tx.$executeRaw(sql`
    INSERT INTO invoice AS t (customer_id, account_key, number, number_key, invoiced_on, currency, po_number, po_key, delivery_key,
      sales_order_key, net_minor, fingerprint, batch_id, position)
    SELECT DISTINCT ON (${NUMBER}) r.customer_id, comparison_key(v.account), v.number, ${NUMBER}, v."invoicedOn", v.currency, v."poNumber",
      comparison_key(v."poNumber"), comparison_key(v.delivery), comparison_key(v."salesOrder"), 0, '', r.batch_id, r.position
    FROM import_row r
    CROSS JOIN LATERAL jsonb_to_record(r.values) AS v(number text, account text, "invoicedOn" date, currency text, "poNumber" text,
      delivery text, "salesOrder" text)
    WHERE ${stagedRows(batchId, KIND)}
    ORDER BY ${NUMBER}, r.row_no
    ON CONFLICT (number_key) DO UPDATE SET customer_id = excluded.customer_id, account_key = excluded.account_key,
      invoiced_on = excluded.invoiced_on, currency = excluded.currency, po_number = excluded.po_number, po_key = excluded.po_key,
      delivery_key = excluded.delivery_key, sales_order_key = excluded.sales_order_key, batch_id = excluded.batch_id,
      position = excluded.position, version = t.version + 1`)
}

async function writeLines({ tx }: Scope, batchId: string): Promise<void> {
  await tx.$executeRaw(sql`
    INSERT INTO invoice_line (invoice_id, customer_id, line, item_id, material, quantity, unit, price_micros, allowance_minor, net_minor,
      fingerprint, batch_id, position)
    SELECT i.id, r.customer_id, ${LINE}, ${MATERIAL_OF_ROW}, v.material, v.quantity, coalesce(v.unit, 'EA'), coalesce(v."priceMicros", 0),
      coalesce(v."allowanceMinor", 0), v."netMinor", r.fingerprint, r.batch_id, r.position
    FROM import_row r
    JOIN invoice i ON i.number_key = ${NUMBER}
    CROSS JOIN LATERAL jsonb_to_record(r.values) AS v(material text, quantity bigint, unit text, "priceMicros" bigint,
      "allowanceMinor" bigint, "netMinor" bigint)
    WHERE ${stagedRows(batchId, KIND)}
    ON CONFLICT (invoice_id, line) DO UPDATE SET customer_id = excluded.customer_id, item_id = excluded.item_id, material = excluded.material,
      quantity = excluded.quantity, unit = excluded.unit, price_micros = excluded.price_micros, allowance_minor = excluded.allowance_minor,
      net_minor = excluded.net_minor, fingerprint = excluded.fingerprint, batch_id = excluded.batch_id, position = excluded.position`)
}

async function settleHeaders({ tx }: Scope, batchId: string): Promise<void> {
  await tx.$executeRaw(sql`
    UPDATE invoice i SET net_minor = s.net_minor, fingerprint = s.fingerprint
    FROM (
      SELECT l.invoice_id, sum(l.net_minor)::bigint AS net_minor, md5(string_agg(l.fingerprint, ',' ORDER BY l.line)) AS fingerprint
      FROM invoice_line l JOIN invoice changed ON changed.id = l.invoice_id AND changed.batch_id = ${batchId}::uuid
      GROUP BY l.invoice_id
    ) s
    WHERE i.id = s.invoice_id`)
}
