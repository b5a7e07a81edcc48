import type { Scope } from '@/server/command'
import { type Sql, sql } from '@/server/db/client'

/** More findings of one kind say nothing new about a file. */
const FINDINGS_MAX = 500

/*
 * Documents that advices and claims of some batches name: `batch_id, position, field, customer_id, raw, key`. Only of
 * customers whose invoices are known here: without them every number would be unknown.
 */
const NAMED_INVOICES = (batchIds: readonly string[]): Sql => sql`
  SELECT m.batch_id, l.position, 'invoiceNumber' AS field, l.customer_id, l.reference AS raw, l.reference_key AS key
  FROM remittance m JOIN remittance_line l ON l.remittance_id = m.id
  WHERE m.batch_id = ANY(${batchIds}::uuid[]) AND l.kind = 'invoice' AND l.reference_key <> ''
  UNION ALL SELECT c.batch_id, c.position, 'invoiceNumber', c.customer_id, c.invoice_number, c.invoice_key
  FROM portal_claim c WHERE c.batch_id = ANY(${batchIds}::uuid[]) AND c.invoice_key <> ''`

/** The invoice meant: of that very number, one whose number stands in it, or one that ends it behind a store number. */
const INVOICE_HIT: Sql = sql`
  SELECT i.number, i.po_key FROM (
    SELECT i.number, i.po_key, 0 AS rank FROM invoice i WHERE i.customer_id = n.customer_id AND i.number_key = n.key
    UNION ALL SELECT i.number, i.po_key, 1 FROM regexp_matches(n.raw, '[0-9]{5,}', 'g') m
      JOIN invoice i ON i.customer_id = n.customer_id AND i.number_key = comparison_key(m[1])
    UNION ALL SELECT i.number, i.po_key, 2 FROM invoice i WHERE i.customer_id = n.customer_id AND length(i.number_key) >= 6
      AND right(n.key, length(i.number_key)) = i.number_key
      AND NOT EXISTS (SELECT 1 FROM invoice e WHERE e.customer_id = n.customer_id AND e.number_key = n.key)
  ) i ORDER BY i.rank LIMIT 1`

/** The order meant: as the customer or our own system writes its number, or behind a store number. */
const ORDER_HIT: Sql = sql`
  SELECT o.number, o.key FROM (
    SELECT o.number, o.number_key AS key, 0 AS rank FROM purchase_order o WHERE o.customer_id = n.customer_id AND o.number_key = n.key
    UNION ALL SELECT s.po_number, s.po_key, 1 FROM sales_order_line s WHERE s.customer_id = n.customer_id AND s.po_key = n.key
    UNION ALL SELECT o.number, o.number_key, 2 FROM purchase_order o WHERE o.customer_id = n.customer_id AND length(o.number_key) >= 5
      AND right(n.key, length(o.number_key)) = o.number_key
    UNION ALL SELECT s.po_number, s.po_key, 3 FROM sales_order_line s WHERE s.customer_id = n.customer_id AND length(s.po_key) >= 5
      AND right(n.key, length(s.po_key)) = s.po_key
  ) o ORDER BY o.rank LIMIT 1`

/**
 * Notes where advices and claims spell one of our invoices or one of their orders otherwise than it is written, name one
 * that does not exist, or an invoice of another order. It changes nothing: the matching copes with the spelling, a person
 * decides about the rest.
 */
export async function noteReferences({ tx }: Scope, batchIds: readonly string[]): Promise<void> {
  await tx.$executeRaw(sql`DELETE FROM import_finding WHERE batch_id = ANY(${batchIds}::uuid[]) AND code LIKE 'reference/%'`)
  await tx.$executeRaw(sql`
    INSERT INTO import_finding (batch_id, position, field, code, message, severity)
    SELECT n.batch_id, n.position, n.field, CASE WHEN hit.number IS NULL THEN 'reference/unknown-invoice' ELSE 'reference/respelt' END,
      CASE WHEN hit.number IS NULL THEN format('%s is no invoice of this customer', n.raw) ELSE format('%s is read as invoice %s', n.raw, hit.number) END,
      'info'
    FROM (${NAMED_INVOICES(batchIds)}) n LEFT JOIN LATERAL (${INVOICE_HIT}) hit ON true
    WHERE hit.number IS DISTINCT FROM btrim(n.raw) AND EXISTS (SELECT 1 FROM invoice k WHERE k.customer_id = n.customer_id)
    LIMIT ${FINDINGS_MAX}`)
  await tx.$executeRaw(sql`
    INSERT INTO import_finding (batch_id, position, field, code, message, severity)
    SELECT n.batch_id, n.position, 'poNumber', CASE WHEN hit.number IS NULL THEN 'reference/unknown-order' ELSE 'reference/respelt' END,
      CASE WHEN hit.number IS NULL THEN format('%s is no order of this customer', n.raw) ELSE format('%s is read as order %s', n.raw, hit.number) END,
      'info'
    FROM (SELECT c.batch_id, c.position, c.customer_id, c.po_number AS raw, c.po_key AS key FROM portal_claim c
      WHERE c.batch_id = ANY(${batchIds}::uuid[]) AND c.po_key <> '') n LEFT JOIN LATERAL (${ORDER_HIT}) hit ON true
    WHERE hit.number IS DISTINCT FROM btrim(n.raw) AND EXISTS (SELECT 1 FROM sales_order_line k WHERE k.customer_id = n.customer_id)
    LIMIT ${FINDINGS_MAX}`)
  await tx.$executeRaw(sql`
    INSERT INTO import_finding (batch_id, position, field, code, message, severity)
    SELECT c.batch_id, c.position, 'invoiceNumber', 'reference/invoice-of-other-order',
      format('invoice %s is of order %s, the claim names order %s', i.number, i.po_number, c.po_number), 'info'
    FROM portal_claim c JOIN invoice i ON i.customer_id = c.customer_id AND i.number_key = c.invoice_key
    WHERE c.batch_id = ANY(${batchIds}::uuid[]) AND i.po_key <> c.po_key AND right(c.po_key, length(i.po_key)) <> i.po_key
      AND EXISTS (SELECT 1 FROM sales_order_line s WHERE s.customer_id = c.customer_id AND s.po_key = c.po_key)
    LIMIT ${FINDINGS_MAX}`)
}
