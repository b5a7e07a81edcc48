import { defineCommand } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { toJson } from '@/server/operation'
import { canImport } from '../policy'
import { StageBatchesInput } from '../schemas'

/** Writes down what reading found: kind, counts, totals and findings. The rows themselves were copied before. */
export const stageBatches = defineCommand({
  event: 'import.read',
  input: StageBatchesInput,
  async find({ tx }, { batches }) {
    const ids = batches.map((batch) => batch.id)
    await selectIn(tx, sql`SELECT id FROM import_batch WHERE id = ANY(${ids}::uuid[]) AND state = 'parsing' ORDER BY id FOR UPDATE`)
    return {}
  },
  allow: canImport,
  timeoutMs: 60_000,
  async change({ tx }, _before, { batches }) {
    const list = toJson(batches)
    await tx.$executeRaw(sql`
      INSERT INTO import_finding (batch_id, position, field, code, message, severity)
      SELECT b.id, f.position, f.field, f.code, f.message, 'warning'
      FROM jsonb_to_recordset(${list}::jsonb) AS b(id uuid, findings jsonb)
      CROSS JOIN LATERAL jsonb_to_recordset(b.findings) AS f(position text, field text, code text, message text)
      JOIN import_batch i ON i.id = b.id AND i.state = 'parsing'`)
    const staged = await tx.$executeRaw(sql`
      UPDATE import_batch b SET state = s.state, format = s.format, kind = s.kind, encoding = s.encoding, rows_read = s."rowsRead",
        blank = s.blank, rejected = s.rejected, own_total = s."ownTotal", computed_total = s."computedTotal", currency = s.currency,
        reason = s.reason, mapping_version_id = s."mappingVersionId", inspection = s.survey, finished_at = CASE WHEN s.state IN ('waiting', 'refused') THEN now() END
      FROM jsonb_to_recordset(${list}::jsonb) AS s(id uuid, state text, format text, kind text, encoding text, "rowsRead" int, blank int,
        rejected int, "ownTotal" text, "computedTotal" text, currency text, reason text, "mappingVersionId" uuid, survey jsonb)
      WHERE b.id = s.id AND b.state = 'parsing'`)
    return { staged }
  },
})
