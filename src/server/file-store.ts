import { createHash, randomUUID } from 'node:crypto'
import { access, link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { selectIn, sql, type Tx } from './db/client'
import { env } from './env'
import { objectStore } from './storage/object-store'

export type Stored = { sha256: string; bytes: number; storageKey: string }

/**
 * Keeps bytes under the name of their content. The same bytes are kept once; nothing is ever overwritten. With a bucket
 * set, the bucket holds them and the disk is only a cache.
 */
export async function storeFile(content: Uint8Array): Promise<Stored> {
  const sha256 = createHash('sha256').update(content).digest('hex')
  const storageKey = `${sha256.slice(0, 2)}/${sha256}`
  await objectStore()?.put(storageKey, content)
  await cacheOnDisk(storageKey, content)
  return { sha256, bytes: content.byteLength, storageKey }
}

/** Keeps a finished temporary file, whose hash was taken while it was written, under the name of its content. */
export async function storeTemporary(temporary: string, sha256: string, bytes: number): Promise<Stored> {
  const storageKey = `${sha256.slice(0, 2)}/${sha256}`
  const bucket = objectStore()
  if (bucket) await bucket.put(storageKey, await readFile(temporary))
  const path = storedPath(storageKey)
  await mkdir(dirname(path), { recursive: true })
  await giveName(temporary, path)
  return { sha256, bytes, storageKey }
}

async function cacheOnDisk(storageKey: string, content: Uint8Array): Promise<void> {
  const path = storedPath(storageKey)
  await mkdir(dirname(path), { recursive: true })
  const temporary = `${path}.${process.pid}.${randomUUID()}`
  const file = await open(temporary, 'wx')
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
  await giveName(temporary, path)
}

// A hard link fails when the name exists: the first writer wins and equal content is equal anyway.
async function giveName(temporary: string, path: string): Promise<void> {
  await link(temporary, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(temporary, { force: true })
}

/** A fresh path for a file that is still arriving, on the same disk as the store. */
export async function temporaryPath(): Promise<string> {
  const folder = resolve(join(env().RECOUP_DATA, 'files', 'arriving'))
  await mkdir(folder, { recursive: true })
  return join(folder, randomUUID())
}

/** Reads stored bytes and proves that they are still the ones stored. */
export async function readStored(storageKey: string): Promise<Buffer> {
  const content = await readFile(await localCopy(storageKey))
  const sha256 = createHash('sha256').update(content).digest('hex')
  if (!storageKey.endsWith(sha256)) throw new Error(`stored file ${storageKey} no longer matches its hash`)
  return content
}

/** Writes the rows of bytes that are in the store; equal bytes share one row. */
export async function recordStoredFiles(tx: Tx, files: readonly (Stored & { mediaType: string })[]): Promise<void> {
  const list = JSON.stringify(files.map(({ sha256, bytes, mediaType, storageKey }) => ({ sha256, bytes, mediaType, storageKey })))
  await tx.$executeRaw(sql`
    INSERT INTO stored_file (sha256, bytes, media_type, storage_key)
    SELECT DISTINCT ON (f.sha256) f.sha256, f.bytes, f."mediaType", f."storageKey"
    FROM jsonb_to_recordset(${list}::jsonb) AS f(sha256 text, bytes bigint, "mediaType" text, "storageKey" text)
    ORDER BY f.sha256 ON CONFLICT (sha256) DO NOTHING`)
}

/** Stores bytes and their row; equal bytes share one row. */
export async function ensureStoredFile(tx: Tx, content: Uint8Array, mediaType: string): Promise<{ id: string; sha256: string }> {
  const stored = await storeFile(content)
  await recordStoredFiles(tx, [{ ...stored, mediaType }])
  const [row] = await selectIn<{ id: string }>(tx, sql`SELECT id::text FROM stored_file WHERE sha256 = ${stored.sha256}`)
  if (!row) throw new Error('stored file row is missing')
  return { id: row.id, sha256: stored.sha256 }
}

/** A path on this machine with the bytes of a storage key, fetched from the bucket when they are not here yet. */
export async function localCopy(storageKey: string): Promise<string> {
  const path = storedPath(storageKey)
  const bucket = objectStore()
  const isHere =
    bucket === null ||
    (await access(path).then(
      () => true,
      () => false,
    ))
  if (!isHere) await cacheOnDisk(storageKey, await bucket.get(storageKey))
  return path
}

function storedPath(storageKey: string): string {
  if (!/^[0-9a-f]{2}\/[0-9a-f]{64}$/.test(storageKey)) throw new Error('not a storage key')
  return resolve(join(env().RECOUP_DATA, 'files', storageKey))
}
