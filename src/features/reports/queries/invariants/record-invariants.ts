import { sql } from '@/server/db/client'
import type { Invariant } from './invariant'

/** What must hold of imported records and of the batches that brought them. */
export const RECORD_INVARIANTS: readonly Invariant[] = [
  {
    id: 'batch-rows-add-up',
    name: 'Rows read of a finished batch = accepted + duplicate + rejected + blank',
    violations: sql`SELECT id::text AS what FROM import_batch WHERE state = 'done' AND rows_read <> accepted + duplicate + rejected + blank`,
  },
  {
    id: 'batch-rejected-rows-are-kept',
    name: 'Every rejected row of a finished batch is kept for correction',
    violations: sql`SELECT b.id::text AS what FROM import_batch b WHERE b.state = 'done'
      AND b.rejected <> (SELECT count(*) FROM import_row r WHERE r.batch_id = b.id AND r.status = 'rejected')`,
  },
  {
    id: 'batch-file-is-the-file-sent',
    name: 'A batch keeps the very file that was sent',
    violations: sql`SELECT b.id::text AS what FROM import_batch b JOIN stored_file f ON f.id = b.file_id WHERE b.sha256 <> f.sha256 OR b.bytes <> f.bytes`,
  },
  {
    id: 'file-is-stored-under-its-hash',
    name: 'A stored file lies under its own hash',
    violations: sql`SELECT id::text AS what FROM stored_file WHERE storage_key <> left(sha256, 2) || '/' || sha256`,
  },
  {
    id: 'record-leads-to-its-batch',
    name: 'Every imported record leads back to a batch',
    violations: sql`SELECT r.what FROM (
        SELECT 'purchase_order:' || id AS what, batch_id FROM purchase_order UNION ALL SELECT 'sales_order_line:' || id, batch_id FROM sales_order_line
        UNION ALL SELECT 'delivery_line:' || id, batch_id FROM delivery_line UNION ALL SELECT 'ship_notice:' || id, batch_id FROM ship_notice
        UNION ALL SELECT 'receipt:' || id, batch_id FROM receipt UNION ALL SELECT 'invoice:' || id, batch_id FROM invoice
        UNION ALL SELECT 'sent_invoice:' || id, batch_id FROM sent_invoice UNION ALL SELECT 'ledger_item:' || id, batch_id FROM ledger_item
        UNION ALL SELECT 'remittance:' || id, batch_id FROM remittance UNION ALL SELECT 'portal_claim:' || id, batch_id FROM portal_claim
        UNION ALL SELECT 'carrier_event:' || id, batch_id FROM carrier_event
      ) r LEFT JOIN import_batch b ON b.id = r.batch_id WHERE b.id IS NULL`,
  },
  {
    id: 'invoice-is-the-sum-of-its-lines',
    name: 'The net value of an invoice is the sum of its lines',
    violations: sql`SELECT v.id::text AS what FROM invoice v LEFT JOIN invoice_line l ON l.invoice_id = v.id GROUP BY v.id HAVING v.net_minor <> coalesce(sum(l.net_minor), 0)`,
  },
  {
    id: 'lines-have-the-customer-of-their-document',
    name: 'The lines of a document are of its customer',
    violations: sql`SELECT 'invoice_line:' || l.id AS what FROM invoice_line l JOIN invoice v ON v.id = l.invoice_id WHERE l.customer_id <> v.customer_id
      UNION ALL SELECT 'remittance_line:' || l.id FROM remittance_line l JOIN remittance r ON r.id = l.remittance_id WHERE l.customer_id <> r.customer_id
      UNION ALL SELECT 'receipt_line:' || l.id FROM receipt_line l JOIN receipt r ON r.id = l.receipt_id WHERE l.customer_id <> r.customer_id
      UNION ALL SELECT 'ship_notice_line:' || l.id FROM ship_notice_line l JOIN ship_notice n ON n.id = l.ship_notice_id WHERE l.customer_id <> n.customer_id
      UNION ALL SELECT 'purchase_order_line:' || l.purchase_order_id || '/' || l.line FROM purchase_order_line l JOIN purchase_order o ON o.id = l.purchase_order_id WHERE l.customer_id <> o.customer_id`,
  },
  {
    id: 'numbers-carry-their-comparison-key',
    name: 'Document numbers carry their own comparison key',
    violations: sql`SELECT 'purchase_order:' || id AS what FROM purchase_order WHERE number_key <> comparison_key(number)
      UNION ALL SELECT 'invoice:' || id FROM invoice WHERE number_key <> comparison_key(number)
      UNION ALL SELECT 'delivery_line:' || id FROM delivery_line WHERE number_key <> comparison_key(number)
      UNION ALL SELECT 'remittance:' || id FROM remittance WHERE number_key <> comparison_key(number)
      UNION ALL SELECT 'portal_claim:' || id FROM portal_claim WHERE claim_key <> comparison_key(claim_number)
      UNION ALL SELECT 'deduction:' || id FROM deduction WHERE claim_key <> comparison_key(claim_number)`,
  },
  {
    id: 'versions-are-complete',
    name: 'A record of version n has n − 1 earlier versions on file',
    violations: sql`SELECT 'invoice:' || v.id AS what FROM invoice v WHERE v.version - 1 <> (SELECT count(*) FROM record_version r WHERE r.table_name = 'invoice' AND r.record_id = v.id)
      UNION ALL SELECT 'purchase_order:' || v.id FROM purchase_order v WHERE v.version - 1 <> (SELECT count(*) FROM record_version r WHERE r.table_name = 'purchase_order' AND r.record_id = v.id)
      UNION ALL SELECT 'remittance:' || v.id FROM remittance v WHERE v.version - 1 <> (SELECT count(*) FROM record_version r WHERE r.table_name = 'remittance' AND r.record_id = v.id)`,
  },
  {
    id: 'price-condition-dates-in-order',
    name: 'A price condition starts before it ends',
    violations: sql`SELECT id::text AS what FROM price_condition WHERE valid_from > valid_to`,
  },
  {
    id: 'difference-resolved-has-its-day',
    name: 'A difference is resolved exactly when it says since when',
    violations: sql`SELECT id::text AS what FROM difference WHERE (state = 'resolved') <> (resolved_at IS NOT NULL)`,
  },
  {
    id: 'tolerance-was-approved-as-it-is',
    name: 'A rule that lets differences stay was approved with exactly its limits',
    violations: sql`SELECT t.id::text AS what FROM difference_tolerance t WHERE t.state = 'approved' AND NOT EXISTS (SELECT 1 FROM approval_request r
      WHERE r.kind = 'difference-tolerance' AND r.subject_id = t.id AND r.state = 'approved' AND r.content ->> 'kind' = t.kind
        AND (r.content ->> 'sharePpm')::int IS NOT DISTINCT FROM t.share_ppm AND (r.content ->> 'amountMinor')::bigint IS NOT DISTINCT FROM t.amount_minor
        AND (r.content ->> 'validFrom')::date = t.valid_from AND (r.content ->> 'validTo')::date IS NOT DISTINCT FROM t.valid_to)`,
  },
  {
    id: 'tolerated-difference-has-its-rule',
    name: 'A difference accepted by a rule names an approved one of its customer and kind',
    violations: sql`SELECT d.id::text AS what FROM difference d JOIN difference_tolerance t ON t.id = d.tolerance_id
      WHERE d.state = 'accepted' AND (t.state <> 'approved' OR t.customer_id <> d.customer_id OR t.kind <> d.kind)`,
  },
  {
    id: 'evidence-rule-was-approved-as-it-is',
    name: 'A paper that our own cases made required was approved by a second person',
    violations: sql`SELECT p.id::text AS what FROM evidence_proposal p WHERE p.state = 'approved' AND NOT EXISTS (SELECT 1 FROM approval_request r
      WHERE r.kind = 'evidence-rule' AND r.subject_id = p.id AND r.state = 'approved' AND r.customer_id = p.customer_id
        AND r.content ->> 'category' = p.category AND r.content ->> 'evidence' = p.evidence)`,
  },
  {
    id: 'exception-decided-has-its-day',
    name: 'A decision on an order says when it was taken',
    violations: sql`SELECT id::text AS what FROM order_exception WHERE state IN ('held', 'released', 'rejected', 'corrected') AND decided_at IS NULL`,
  },
  {
    id: 'approval-has-a-second-person',
    name: 'Nobody decides what they asked for themselves, and what is decided names who decided',
    violations: sql`SELECT id::text AS what FROM approval_request WHERE decided_by = requested_by OR (state IN ('approved', 'rejected')) <> (decided_by IS NOT NULL)`,
  },
  {
    id: 'approval-is-of-its-content',
    name: 'A request for approval carries the hash of exactly what is asked for',
    violations: sql`SELECT id::text AS what FROM approval_request WHERE content_hash <> encode(sha256(convert_to(content::text, 'UTF8')), 'hex')`,
  },
  {
    id: 'code-map-was-approved-as-it-is',
    name: 'A map of a code that holds was approved with exactly its content',
    violations: sql`SELECT m.id::text AS what FROM code_map m WHERE m.state = 'approved' AND NOT EXISTS (SELECT 1 FROM approval_request r
      WHERE r.kind = 'code-map' AND r.subject_id = m.id AND r.state = 'approved' AND r.content = code_map_content(m))`,
  },
  {
    id: 'code-maps-do-not-overlap',
    name: 'One map of a code holds on any day',
    violations: sql`SELECT a.id || ' ' || b.id AS what FROM code_map a JOIN code_map b ON b.customer_id = a.customer_id AND b.code_key = a.code_key
      AND b.id > a.id AND b.state = 'approved' WHERE a.state = 'approved' AND code_map_days(a) && code_map_days(b)`,
  },
]
