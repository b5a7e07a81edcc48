import { select, sql } from '@/server/db/client'

export type ExhibitFile = { documentId: string; fileName: string; mediaType: string; storageKey: string }

/** Where the bytes of these documents lie. The caller has checked that the actor may see what they belong to. */
export async function findExhibitFiles(documentIds: readonly string[]): Promise<Map<string, ExhibitFile>> {
  const rows = await select<ExhibitFile>(sql`
    SELECT d.id AS "documentId", d.file_name AS "fileName", f.media_type AS "mediaType", f.storage_key AS "storageKey"
    FROM document d JOIN stored_file f ON f.id = d.file_id WHERE d.id = ANY(${[...documentIds]}::uuid[])`)
  return new Map(rows.map((row) => [row.documentId, row]))
}
