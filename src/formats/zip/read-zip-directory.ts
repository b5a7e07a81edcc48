import { decodeText } from '../text/decode-text'
import { ZIP_LIMITS, ZipDefect, type ZipLimits } from './zip-limits'

/** One file of the archive as the central directory describes it; sizes are claims until inflated. `dataAt` is where its bytes begin. */
export type ZipEntry = {
  path: string
  method: number
  isEncrypted: boolean
  crc: number
  packedBytes: number
  claimedBytes: number
  dataAt: number
}

const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const MAX_32 = 0xffffffff
const COMMENT_MAX = 65_535

/**
 * Reads the central directory, never the local headers' sizes, which may be blank. Zip64, comments and bytes in front
 * of the archive are understood. Throws a ZipDefect when there is no usable directory, when entries overlap or are too many.
 */
export function readZipDirectory(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return readEntries(bytes, view, limits)
  } catch (error) {
    // Reading past the end of the bytes: the directory is cut off.
    if (error instanceof RangeError) throw new ZipDefect('zip/broken')
    throw error
  }
}

function readEntries(bytes: Uint8Array, view: DataView, limits: ZipLimits): ZipEntry[] {
  const end = findEnd(view)
  const { count, size, offset } = directoryPlace(view, end)
  if (count > limits.entriesMax) throw new ZipDefect('zip/too-many-entries')
  // Bytes in front of the archive (a stub, a mail header) shift every offset by the same amount.
  const shift = end.directoryEnd - size - offset
  if (shift < 0 || size > bytes.length) throw new ZipDefect('zip/broken')
  const entries: ZipEntry[] = []
  let at = offset + shift
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== CENTRAL) throw new ZipDefect('zip/broken')
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    entries.push(readEntry(bytes, view, at, nameLength, extraLength, shift))
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true)
  }
  refuseOverlap(entries, bytes.length)
  return entries
}

function findEnd(view: DataView): { at: number; directoryEnd: number } {
  const least = Math.max(0, view.byteLength - 22 - COMMENT_MAX)
  for (let at = view.byteLength - 22; at >= least; at--) if (view.getUint32(at, true) === END) return { at, directoryEnd: at }
  throw new ZipDefect('zip/broken')
}

function directoryPlace(view: DataView, end: { at: number; directoryEnd: number }): { count: number; size: number; offset: number } {
  const place = {
    count: view.getUint16(end.at + 10, true),
    size: view.getUint32(end.at + 12, true),
    offset: view.getUint32(end.at + 16, true),
  }
  const locator = end.at - 20
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) return place
  const stated = readLong(view, locator + 8)
  // The stated place is off when bytes stand in front; then the record right before the locator is the one.
  const record = [stated, locator - 56].find((at) => at >= 0 && at + 56 <= view.byteLength && view.getUint32(at, true) === END_64)
  if (record === undefined) throw new ZipDefect('zip/broken')
  end.directoryEnd = record
  return { count: readLong(view, record + 32), size: readLong(view, record + 40), offset: readLong(view, record + 48) }
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, nameLength: number, extraLength: number, shift: number): ZipEntry {
  const name = bytes.subarray(at + 46, at + 46 + nameLength)
  const entry: ZipEntry = {
    path: decodeText(name, 'UTF-8').text.replaceAll('\\', '/'),
    method: view.getUint16(at + 10, true),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    crc: view.getUint32(at + 16, true),
    packedBytes: view.getUint32(at + 20, true),
    claimedBytes: view.getUint32(at + 24, true),
    dataAt: view.getUint32(at + 42, true),
  }
  readLongSizes(view, at + 46 + nameLength, extraLength, entry)
  const local = entry.dataAt + shift
  if (view.getUint32(local, true) !== LOCAL) throw new ZipDefect('zip/broken', entry.path)
  entry.dataAt = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  return entry
}

function readLongSizes(view: DataView, extraAt: number, extraLength: number, entry: ZipEntry): void {
  for (let at = extraAt; at + 4 <= extraAt + extraLength; ) {
    const id = view.getUint16(at, true)
    const length = view.getUint16(at + 2, true)
    if (id === 1) {
      let field = at + 4
      const next = (): number => {
        field += 8
        return readLong(view, field - 8)
      }
      if (entry.claimedBytes === MAX_32) entry.claimedBytes = next()
      if (entry.packedBytes === MAX_32) entry.packedBytes = next()
      if (entry.dataAt === MAX_32) entry.dataAt = next()
    }
    at += 4 + length
  }
}

function readLong(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true)
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new ZipDefect('zip/broken')
  return Number(value)
}

// Entries that share their bytes are how a small file unpacks without end.
function refuseOverlap(entries: readonly ZipEntry[], length: number): void {
  let end = 0
  for (const entry of [...entries].sort((a, b) => a.dataAt - b.dataAt)) {
    if (entry.dataAt < end || entry.dataAt + entry.packedBytes > length) throw new ZipDefect('zip/broken', entry.path)
    end = entry.dataAt + entry.packedBytes
  }
}
