import { select, sql } from '@/server/db/client'
import { localCopy } from '@/server/file-store'

export type ExhibitFile = { documentId: string; fileName: string; mediaType: string; storedAt: string }

/** Where the bytes of these documents lie on this machine. The caller has checked that the actor may see what they belong to. */
export async function findExhibitFiles(documentIds: readonly string[]): Promise<Map<string, ExhibitFile>> {
  const rows = await select<Omit<ExhibitFile, 'storedAt'> & { storageKey: string }>(sql`
    SELECT d.id AS "documentId", d.file_name AS "fileName", f.media_type AS "mediaType", f.storage_key AS "storageKey"
    FROM document d JOIN stored_file f ON f.id = d.file_id WHERE d.id = ANY(${[...documentIds]}::uuid[])`)
  const files = rows.map(
    async ({ storageKey, ...row }): Promise<[string, ExhibitFile]> => [row.documentId, { ...row, storedAt: await localCopy(storageKey) }],
  )
  return new Map(await Promise.all(files))
}
