import { Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import type { PackedBytes } from './packed-bytes'
import type { ZipEntry } from './read-zip-directory'
import { RATIO_COUNTS_FROM_BYTES, ZipDefect, type ZipLimits } from './zip-limits'

/** What all entries of one archive may still unpack to; counted down by real bytes. */
export type ZipBudget = { bytesLeft: number; limits: ZipLimits }

const PIECE_BYTES = 64 * 1024

export function zipBudget(limits: ZipLimits): ZipBudget {
  return { bytesLeft: limits.bytesMax, limits }
}

/**
 * The bytes of an entry piece by piece, counted as they come out: a false size in the directory helps nobody.
 * Throws a ZipDefect at the first byte too many, on damage and on a wrong checksum.
 */
export async function* streamEntry(bytes: PackedBytes, entry: ZipEntry, budget: ZipBudget): AsyncGenerator<Buffer> {
  if (entry.isEncrypted) throw new ZipDefect('zip/encrypted', entry.path)
  if (entry.method !== 0 && entry.method !== 8) throw new ZipDefect('zip/broken', entry.path)
  let written = 0
  let crc = 0
  for await (const piece of entry.method === 0 ? slices(bytes, entry) : inflated(bytes, entry)) {
    written += piece.length
    budget.bytesLeft -= piece.length
    if (budget.bytesLeft < 0) throw new ZipDefect('zip/too-large', entry.path)
    if (written > RATIO_COUNTS_FROM_BYTES && written > entry.packedBytes * budget.limits.ratioMax)
      throw new ZipDefect('zip/ratio', entry.path)
    crc = crc32(piece, crc)
    yield piece
  }
  if (crc !== entry.crc) throw new ZipDefect('zip/broken', entry.path)
}

/** All bytes of an entry; see `streamEntry` for what it refuses. */
export async function inflateEntry(bytes: PackedBytes, entry: ZipEntry, budget: ZipBudget): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of streamEntry(bytes, entry, budget)) pieces.push(piece)
  return Buffer.concat(pieces)
}

async function* inflated(bytes: PackedBytes, entry: ZipEntry): AsyncGenerator<Buffer> {
  const stream = Readable.from(slices(bytes, entry), { objectMode: false }).pipe(createInflateRaw({ chunkSize: PIECE_BYTES }))
  try {
    for await (const piece of stream) yield Buffer.isBuffer(piece) ? piece : Buffer.from(String(piece))
  } catch {
    throw new ZipDefect('zip/broken', entry.path)
  } finally {
    stream.destroy()
  }
}

function* slices(bytes: PackedBytes, { dataAt, packedBytes }: ZipEntry): Generator<Buffer> {
  for (let at = 0; at < packedBytes; at += PIECE_BYTES) yield bytes.part(dataAt + at, Math.min(PIECE_BYTES, packedBytes - at))
}
