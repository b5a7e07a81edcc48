import { defineCommand } from '@/server/command'
import { type Sql, selectIn, sql } from '@/server/db/client'
import { toJson } from '@/server/operation'
import { canImport } from '../policy'
import { StageBatchesInput } from '../schemas'

/** Writes down what reading found: kind, counts, totals and findings. The rows themselves were copied before. */
export const stageBatches = defineCommand({
  event: 'import.read',
  input: StageBatchesInput,
  async find({ tx }, { batches, heldBy }) {
    const ids = batches.map((batch) => batch.id)
    await selectIn(tx, sql`SELECT id FROM import_batch b WHERE b.id = ANY(${ids}::uuid[]) AND ${readBy(heldBy)} ORDER BY id FOR UPDATE`)
    return {}
  },
  allow: canImport,
  timeoutMs: 60_000,
  async change({ tx }, _before, { batches, heldBy }) {
    const list = toJson(batches)
    await tx.$executeRaw(sql`
      INSERT INTO import_finding (batch_id, position, field, code, message, severity, facts)
      SELECT b.id, f.position, f.field, f.code, f.message, 'warning', f.facts
      FROM jsonb_to_recordset(${list}::jsonb) AS s(id uuid, findings jsonb)
      CROSS JOIN LATERAL jsonb_to_recordset(s.findings) AS f(position text, field text, code text, message text, facts jsonb)
      JOIN import_batch b ON b.id = s.id AND ${readBy(heldBy)}`)
    const staged = await tx.$executeRaw(sql`
      UPDATE import_batch b SET state = s.state, format = s.format, kind = s.kind, encoding = s.encoding, stated_order = s."statedOrder", rows_read = s."rowsRead",
        blank = s.blank, rejected = s.rejected, own_total = s."ownTotal", computed_total = s."computedTotal", currency = s.currency,
        sums = s.sums, parent_id = coalesce(s."parentId", b.parent_id),
        parent_reason = CASE WHEN s."parentId" IS NULL THEN b.parent_reason ELSE 'correction' END,
        reason = s.reason, mapping_version_id = s."mappingVersionId", inspection = s.survey, date_order = s."dateOrder",
        date_order_because = s."dateOrderBecause", header_fingerprint = s."headerFingerprint", finished_at = CASE WHEN s.state IN ('waiting', 'refused') THEN now() END
      FROM jsonb_to_recordset(${list}::jsonb) AS s(id uuid, state text, format text, kind text, encoding text, "rowsRead" int, blank int,
        rejected int, "ownTotal" text, "computedTotal" text, currency text, reason text, "statedOrder" text, "mappingVersionId" uuid, survey jsonb,
        sums jsonb, "parentId" uuid, "dateOrder" text, "dateOrderBecause" text, "headerFingerprint" text)
      WHERE b.id = s.id AND ${readBy(heldBy)}`)
    return { staged }
  },
})

// An import that was taken for dead may wake up: by then another one reads its files.
function readBy(heldBy: string | null): Sql {
  return sql`b.state = 'parsing' AND b.held_by IS NOT DISTINCT FROM ${heldBy}::uuid`
}
