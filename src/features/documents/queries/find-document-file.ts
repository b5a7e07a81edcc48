import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'

export type DocumentFile = { fileName: string; mediaType: string; storageKey: string }

/** The file of a document; null when there is none the actor may see. A paper of no customer is for those who see all. */
export async function findDocumentFile(actor: Actor, documentId: string): Promise<DocumentFile | null> {
  const [row] = await select<DocumentFile>(sql`
    SELECT d.file_name AS "fileName", f.media_type AS "mediaType", f.storage_key AS "storageKey"
    FROM document d JOIN stored_file f ON f.id = d.file_id
    WHERE d.id::text = ${documentId} AND d.tombstoned_at IS NULL AND ${scopeOf(actor, sql`d.customer_id`)}`)
  return row ?? null
}
