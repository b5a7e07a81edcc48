import { GONE_DEDUCTIONS } from '@/features/deductions/queries/released-sources'
import { type Sql, sql } from '@/server/db/client'

/**
 * What was built on an import, one query per kind: each selects (id, label) of what blocks. They read `undoing (table_name,
 * record_id, version_id)` and `released (id, deduction_id, amount_minor)`; `batch` is the id of the import.
 */
export function blockersOf(batch: string): Readonly<Record<BlockerKind, Sql>> {
  const deduction = (condition: Sql) => sql`
    SELECT d.id::text AS id, coalesce(nullif(d.claim_number, ''), '#' || d.number) AS label FROM deduction d
    WHERE d.id IN (SELECT deduction_id FROM released WHERE amount_minor > 0) AND ${condition} ORDER BY d.number`
  return {
    'later-import': sql`
      SELECT c.id::text AS id, concat_ws(' ', '#' || c.number, c.file_name) AS label FROM import_batch c
      WHERE c.id <> ${batch}::uuid AND c.state <> 'undone' AND (
        c.id IN (SELECT v.batch_id FROM record_version v WHERE v.content ->> 'batch_id' = ${batch} AND v.cause = 'import')
        OR c.id IN (SELECT o.batch_id FROM import_overlap o WHERE o.earlier_batch_id = ${batch}::uuid)) ORDER BY c.number`,
    'deduction-decided': deduction(sql`d.decided_verdict IS NOT NULL`),
    'deduction-divided': deduction(sql`(d.whole_minor IS NOT NULL OR EXISTS (SELECT 1 FROM deduction_lineage l
      WHERE l.deduction_id = d.id AND l.undone_at IS NULL))`),
    'deduction-resolved': deduction(sql`EXISTS (SELECT 1 FROM resolution r WHERE r.deduction_id = d.id)
      AND (d.id IN (${GONE_DEDUCTIONS}) OR d.open_minor < d.amount_minor)`),
    'deduction-discussed': deduction(sql`(EXISTS (SELECT 1 FROM comment m WHERE m.subject_kind = 'deduction' AND m.subject_id = d.id)
      OR EXISTS (SELECT 1 FROM task k WHERE k.subject_kind = 'deduction' AND k.subject_id = d.id))`),
    disputed: sql`
      SELECT p.id::text AS id, concat_ws(' ', '#' || p.number, (SELECT d.claim_number FROM deduction d WHERE d.id = p.deduction_id)) AS label FROM dispute p
      WHERE p.deduction_id IN (SELECT deduction_id FROM released) ORDER BY p.number`,
    'order-decided': sql`
      SELECT DISTINCT c.code || '/' || o.number_key AS id, o.number AS label FROM order_exception e
      JOIN purchase_order o ON o.id = e.purchase_order_id JOIN customer c ON c.id = o.customer_id
      JOIN undoing u ON u.table_name = 'purchase_order' AND u.record_id = o.id JOIN import_batch b ON b.id = ${batch}::uuid
      WHERE e.decided_at >= b.created_at OR (u.version_id IS NULL AND (e.decided_by IS NOT NULL
        OR EXISTS (SELECT 1 FROM task k WHERE k.subject_kind = 'order-exception' AND k.subject_id = e.id)))`,
    'difference-handled': sql`
      SELECT DISTINCT coalesce(f.po_number, f.delivery_key, f.invoice_key) AS id, coalesce(f.po_number, f.delivery_key, f.invoice_key) AS label FROM difference f
      CROSS JOIN LATERAL jsonb_array_elements(f.sources) s JOIN undoing u ON u.record_id::text = s ->> 'id'
      WHERE f.state IN ('asked', 'accepted')`,
    'document-used': sql`
      SELECT DISTINCT t.id::text AS id, t.file_name AS label FROM document t JOIN undoing u ON u.table_name = 'document' AND u.record_id = t.id
      WHERE t.read_at IS NOT NULL OR EXISTS (SELECT 1 FROM package_exhibit e WHERE e.document_id = t.id)
        OR EXISTS (SELECT 1 FROM submission x WHERE x.proof_document_id = t.id)
        OR EXISTS (SELECT 1 FROM comment m WHERE m.subject_kind = 'document' AND m.subject_id = t.id)
        OR EXISTS (SELECT 1 FROM task k WHERE k.subject_kind = 'document' AND k.subject_id = t.id
          AND (k.created_by IS NOT NULL OR k.state = 'answered' OR k.reminded_at IS NOT NULL))`,
    'code-mapped': sql`
      SELECT c.id::text AS id, c.code AS label FROM reason_code c JOIN undoing u ON u.table_name = 'reason_code' AND u.record_id = c.id
      WHERE u.version_id IS NULL AND (c.category IS NOT NULL
        OR EXISTS (SELECT 1 FROM code_map m WHERE m.customer_id = c.customer_id AND m.code_key = c.code_key)) ORDER BY c.code`,
  }
}

export const BLOCKER_KINDS = [
  'later-import',
  'deduction-decided',
  'deduction-divided',
  'deduction-resolved',
  'deduction-discussed',
  'disputed',
  'order-decided',
  'difference-handled',
  'document-used',
  'code-mapped',
] as const
export type BlockerKind = (typeof BLOCKER_KINDS)[number]
