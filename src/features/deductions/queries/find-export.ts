import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'

export type ExportFile = { fileName: string; mediaType: string; storageKey: string }

/** A finished export, for who asked for it and nobody else: it holds what only that person may see. */
export async function findExport(actor: Actor, jobRunId: string): Promise<ExportFile | null> {
  if (actor.kind === 'job') return null
  const [file] = await select<ExportFile>(sql`
    SELECT result ->> 'fileName' AS "fileName", result ->> 'mediaType' AS "mediaType", result ->> 'storageKey' AS "storageKey"
    FROM job_run WHERE id = ${jobRunId}::uuid AND queue IN ('deductions.export', 'reports.export') AND state = 'done' AND requested_by = ${actor.userId}::uuid`)
  return file ?? null
}
