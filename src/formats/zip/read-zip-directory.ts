import { decodeText } from '../text/decode-text'
import { type PackedBytes, PackedNumbers } from './packed-bytes'
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
export function readZipDirectory(bytes: PackedBytes, limits: ZipLimits = ZIP_LIMITS): ZipEntry[] {
  try {
    return readEntries(bytes, new PackedNumbers(bytes), limits)
  } catch (error) {
    // Reading past the end of the bytes: the directory is cut off.
    if (error instanceof RangeError) throw new ZipDefect('zip/broken')
    throw error
  }
}

function readEntries(bytes: PackedBytes, view: PackedNumbers, limits: ZipLimits): ZipEntry[] {
  const end = findEnd(bytes)
  const { count, size, offset } = directoryPlace(view, end, bytes.length)
  if (count > limits.entriesMax) throw new ZipDefect('zip/too-many-entries')
  // Bytes in front of the archive (a stub, a mail header) shift every offset by the same amount.
  const shift = end.directoryEnd - size - offset
  if (shift < 0 || size > bytes.length) throw new ZipDefect('zip/broken')
  const entries: ZipEntry[] = []
  let at = offset + shift
  for (let index = 0; index < count; index++) {
    if (view.uint32(at) !== CENTRAL) throw new ZipDefect('zip/broken')
    const nameLength = view.uint16(at + 28)
    const extraLength = view.uint16(at + 30)
    entries.push(readEntry(bytes, view, at, nameLength, extraLength, shift))
    at += 46 + nameLength + extraLength + view.uint16(at + 32)
  }
  refuseOverlap(entries, bytes.length)
  return entries
}

function findEnd({ length, part }: PackedBytes): { at: number; directoryEnd: number } {
  const least = Math.max(0, length - 22 - COMMENT_MAX)
  const tail = part(least, length - least)
  for (let at = tail.length - 22; at >= 0; at--) if (tail.readUInt32LE(at) === END) return { at: least + at, directoryEnd: least + at }
  throw new ZipDefect('zip/broken')
}

function directoryPlace(
  view: PackedNumbers,
  end: { at: number; directoryEnd: number },
  length: number,
): { count: number; size: number; offset: number } {
  const place = {
    count: view.uint16(end.at + 10),
    size: view.uint32(end.at + 12),
    offset: view.uint32(end.at + 16),
  }
  const locator = end.at - 20
  if (locator < 0 || view.uint32(locator) !== LOCATOR_64) return place
  const stated = readLong(view, locator + 8)
  // The stated place is off when bytes stand in front; then the record right before the locator is the one.
  const record = [stated, locator - 56].find((at) => at >= 0 && at + 56 <= length && view.uint32(at) === END_64)
  if (record === undefined) throw new ZipDefect('zip/broken')
  end.directoryEnd = record
  return { count: readLong(view, record + 32), size: readLong(view, record + 40), offset: readLong(view, record + 48) }
}

function readEntry(bytes: PackedBytes, view: PackedNumbers, at: number, nameLength: number, extraLength: number, shift: number): ZipEntry {
  const name = bytes.part(at + 46, nameLength)
  const entry: ZipEntry = {
    path: decodeText(name, 'UTF-8').text.replaceAll('\\', '/'),
    method: view.uint16(at + 10),
    isEncrypted: (view.uint16(at + 8) & 1) === 1,
    crc: view.uint32(at + 16),
    packedBytes: view.uint32(at + 20),
    claimedBytes: view.uint32(at + 24),
    dataAt: view.uint32(at + 42),
  }
  readLongSizes(view, at + 46 + nameLength, extraLength, entry)
  const local = entry.dataAt + shift
  if (view.uint32(local) !== LOCAL) throw new ZipDefect('zip/broken', entry.path)
  entry.dataAt = local + 30 + view.uint16(local + 26) + view.uint16(local + 28)
  return entry
}

function readLongSizes(view: PackedNumbers, extraAt: number, extraLength: number, entry: ZipEntry): void {
  for (let at = extraAt; at + 4 <= extraAt + extraLength; ) {
    const id = view.uint16(at)
    const length = view.uint16(at + 2)
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

function readLong(view: PackedNumbers, at: number): number {
  const value = view.uint64(at)
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
