import { defineCommand } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { toJson } from '@/server/operation'
import { canImport } from '../policy'
import { BATCH_WAYS } from '../rules/batch'
import { ReceivePartsInput } from '../schemas'
import { receiveBatches } from './receive-batches'

/**
 * Opens a batch for every file that was unpacked from a mail or an archive and ties it to the batch that it came in. A file
 * that came before keeps its first batch and is tied to both. Reading the same parcel again changes nothing.
 */
export const receiveParts = defineCommand({
  event: 'import.unpacked',
  input: ReceivePartsInput,
  find: ({ tx }, { parentId }) => tx.importBatch.findUnique({ where: { id: parentId }, select: { id: true, way: true } }),
  allow: canImport,
  timeoutMs: 60_000,
  async change(scope, parent, { container, parts, isPreview, heldBy }) {
    const known = await selectIn(scope.tx, sql`SELECT 1 FROM import_part WHERE parent_id = ${parent.id}::uuid LIMIT 1`)
    const way = BATCH_WAYS.find((candidate) => candidate === parent.way) ?? 'mail'
    const cameIn = { id: parent.id, reason: container === 'zip' ? ('archive' as const) : ('mail' as const) }
    const files = parts.map(({ partNo: _partNo, ...file }) => ({ ...file, way, parent: cameIn }))
    const received = await receiveBatches(scope.actor, { files, isRetry: known.length > 0, isPreview, heldBy }, { within: scope })
    await scope.tx.$executeRaw(sql`
      INSERT INTO import_part (parent_id, part_no, batch_id, name, container)
      SELECT ${parent.id}::uuid, p."partNo", b.id, p."fileName", ${container}
      FROM jsonb_to_recordset(${toJson(parts)}::jsonb) AS p("partNo" int, "fileName" text, sha256 text)
      JOIN LATERAL (SELECT x.id FROM import_batch x WHERE x.sha256 = p.sha256 AND x.id <> ${parent.id}::uuid ORDER BY x.number DESC LIMIT 1) b ON true
      ON CONFLICT (parent_id, part_no) DO NOTHING`)
    return received
  },
})
