import type { Actor } from '@/core/actor'
import type { Sought } from '@/core/place-in-file'
import type { Excerpt } from '@/formats/excerpt/excerpt'
import { select, sql } from '@/server/db/client'
import { localCopy } from '@/server/file-store'
import { batchesOf } from '../queries/batches-of'
import { lookIntoStored } from './reader-pool'

export type { Excerpt, ExcerptLine } from '@/formats/excerpt/excerpt'

export type ShownPlace = {
  number: number
  fileName: string
  format: string
  mediaType: string
  /** Null when nothing can be shown: the file is no text, or it breaks the limits of reading. */
  excerpt: Excerpt | null
}

/**
 * What stands at a position of an imported file, read from its stored bytes in the child process. Null when the actor does not
 * see the import: a file of several customers is open only to those who see them all, and to the one who brought it in.
 */
export async function showPlace(
  actor: Actor,
  batchId: string,
  place: { position: string; field: string; sought?: Sought | null },
): Promise<ShownPlace | null> {
  const [file] = await select<
    Omit<ShownPlace, 'excerpt'> & { encoding: string | null; parentReason: string | null; bytes: bigint; storageKey: string }
  >(sql`
    SELECT b.number, b.parent_reason AS "parentReason", b.file_name AS "fileName", b.format, b.encoding, b.bytes, f.media_type AS "mediaType", f.storage_key AS "storageKey"
    FROM import_batch b JOIN stored_file f ON f.id = b.file_id WHERE b.id = ${batchId}::uuid AND ${batchesOf(actor)}`)
  if (!file) return null
  const { number, fileName, format, mediaType, encoding } = file
  // Corrected rows stand in the workbook that brought them, under their places in the first file.
  const look = await lookIntoStored(await localCopy(file.storageKey), Number(file.bytes), {
    format: file.parentReason === 'correction' ? 'correction' : format,
    encoding,
    ...place,
  })
  return { number, fileName, format, mediaType, excerpt: look?.excerpt ?? null }
}
