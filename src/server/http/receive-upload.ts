import { createHash, type Hash } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { Refusal } from '@/core/refusal'
import { type Stored, storeTemporary, temporaryPath } from '../file-store'
import { boundaryOf, splitMultipart } from './split-multipart'

export type Upload = { name: string; stored: Stored }

/** One gigabyte for all files of a request. */
export const UPLOAD_BYTES_MAX = 1_000_000_000
const FILES_MAX = 500

/**
 * Streams the body of a request to disk and keeps each file under its content's name: a multipart form with any number of
 * files, or the raw bytes of one. A body that is announced too large is refused unread, one that turns out so at the limit.
 * Refuses 'upload/too-large', 'upload/unknown-body', 'upload/empty'.
 */
export async function receiveUpload(request: Request, rawName: string, bytesMax = UPLOAD_BYTES_MAX): Promise<Upload[]> {
  if (Number(request.headers.get('content-length') ?? 0) > bytesMax) throw new Refusal('upload/too-large')
  if (!request.body) throw new Refusal('upload/empty')
  const arriving = new ArrivingFiles(bytesMax)
  try {
    const type = request.headers.get('content-type') ?? ''
    const boundary = boundaryOf(type)
    if (boundary !== null) {
      if (!(await splitMultipart(request.body, boundary, arriving))) throw new Refusal('upload/unknown-body')
    } else if (/^(?:multipart|application\/x-www-form-urlencoded)/i.test(type)) {
      throw new Refusal('upload/unknown-body')
    } else {
      await arriving.start(rawName)
      for await (const chunk of request.body) await arriving.data(Buffer.from(chunk))
      await arriving.end()
    }
    if (arriving.uploads.length === 0) throw new Refusal('upload/empty')
    return arriving.uploads
  } finally {
    await arriving.discard()
  }
}

type Arriving = { name: string; path: string; file: FileHandle; hash: Hash; bytes: number }

class ArrivingFiles {
  readonly uploads: Upload[] = []
  readonly #bytesMax: number
  #total = 0
  #current: Arriving | null = null

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax
  }

  async start(name: string): Promise<void> {
    if (this.uploads.length >= FILES_MAX) throw new Refusal('upload/too-many-files')
    const path = await temporaryPath()
    this.#current = { name, path, file: await open(path, 'wx'), hash: createHash('sha256'), bytes: 0 }
  }

  async data(chunk: Buffer): Promise<void> {
    const current = this.#current
    if (!current) return
    this.#total += chunk.length
    if (this.#total > this.#bytesMax) throw new Refusal('upload/too-large')
    current.hash.update(chunk)
    current.bytes += chunk.length
    await current.file.writeFile(chunk)
  }

  async end(): Promise<void> {
    const current = this.#current
    if (!current) return
    await current.file.sync()
    await current.file.close()
    const stored = await storeTemporary(current.path, current.hash.digest('hex'), current.bytes)
    this.#current = null
    // A form with an empty file field sends a part without name and bytes.
    if (current.name !== '' || current.bytes > 0) this.uploads.push({ name: current.name || 'file', stored })
  }

  /** Removes a file that did not arrive whole. */
  async discard(): Promise<void> {
    const current = this.#current
    this.#current = null
    if (!current) return
    await current.file.close().catch(() => undefined)
    await rm(current.path, { force: true })
  }
}
