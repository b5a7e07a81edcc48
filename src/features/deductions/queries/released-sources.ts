import { type Sql, sql } from '@/server/db/client'

/**
 * The sightings of deductions that go when an import is undone, read from `undoing (table_name, record_id, version_id)`:
 * claims, ledger items and payments that go whole, and lines of payments that their former version does not have.
 */
export const RELEASED_SOURCES: Sql = sql`
  SELECT s.id, s.deduction_id, s.amount_minor FROM deduction_source s
  JOIN undoing u ON u.record_id = s.source_id AND u.version_id IS NULL
    AND u.table_name = CASE s.kind WHEN 'portal-claim' THEN 'portal_claim' WHEN 'ledger' THEN 'ledger_item' END
  UNION ALL
  SELECT s.id, s.deduction_id, s.amount_minor FROM undoing u
  JOIN remittance_line l ON l.remittance_id = u.record_id
  JOIN deduction_source s ON s.kind = 'remittance' AND s.source_id = l.id
  LEFT JOIN record_version v ON v.id = u.version_id
  WHERE u.table_name = 'remittance'
    AND (v.id IS NULL OR NOT EXISTS (SELECT 1 FROM jsonb_array_elements(v.content -> 'lines') o WHERE o ->> 'id' = l.id::text))`

/** Deductions of which no taking is left once `released (id, deduction_id, amount_minor)` is gone: they go with their import. */
export const GONE_DEDUCTIONS: Sql = sql`
  SELECT DISTINCT r.deduction_id FROM released r
  WHERE r.amount_minor > 0 AND NOT EXISTS (SELECT 1 FROM deduction_source s
    WHERE s.deduction_id = r.deduction_id AND s.kind <> 'portal-claim' AND s.amount_minor > 0 AND s.id NOT IN (SELECT id FROM released))`

/** What gave money back in `released`, with the resolution it booked and that nobody took back yet. */
export const REPAYMENTS_TAKEN_BACK: Sql = sql`
  SELECT DISTINCT ON (r.id) r.id, r.deduction_id, x.id AS resolution_id, -r.amount_minor AS amount_minor FROM released r
  JOIN resolution x ON x.deduction_id = r.deduction_id AND x.amount_minor = -r.amount_minor AND x.kind IN ('repaid', 'reversed')
    AND x.created_by IS NULL
  WHERE r.amount_minor < 0 AND NOT EXISTS (SELECT 1 FROM resolution y WHERE y.reverses_id = x.id)
  ORDER BY r.id, x.created_at DESC`
