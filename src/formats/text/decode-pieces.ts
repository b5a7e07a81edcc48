import { decodeAs } from './decode-text'
import type { Encoding } from './encoding'

/** Bytes that can be read from their start as often as asked. */
export type ByteSource = () => AsyncIterable<Uint8Array>
/** Text that can be read from its start as often as asked. */
export type TextSource = () => AsyncIterable<string>

const LINE_FEED = 10
/** A line of a file in pairs of bytes that is longer than this may lose the character at its cut. */
const CARRY_BYTES_MAX = 1024 * 1024

/** The text of a file whose encoding is settled, piece by piece: joined, it is what `decodeAs` makes of the whole file. */
export async function* decodePieces(bytes: AsyncIterable<Uint8Array>, encoding: Encoding, markBytes: number): AsyncGenerator<string> {
  let skip = markBytes
  let carry = Buffer.alloc(0)
  for await (const piece of bytes) {
    const rest = piece.subarray(skip)
    skip = Math.max(0, skip - piece.length)
    const all = carry.length === 0 ? Buffer.from(rest.buffer, rest.byteOffset, rest.byteLength) : Buffer.concat([carry, rest])
    const end = all.length > CARRY_BYTES_MAX + piece.length ? all.length : cutOf(all, encoding)
    // The source may use its buffer again.
    carry = Buffer.from(all.subarray(end))
    if (end > 0) yield decodeAs(all.subarray(0, end), encoding)
  }
  if (carry.length > 0) yield decodeAs(carry, encoding)
}

/** How many of the bytes can be decoded without what comes next. */
function cutOf(bytes: Buffer, encoding: Encoding): number {
  switch (encoding) {
    case 'ASCII':
    case 'windows-1252':
      return afterLastLine(bytes) || bytes.length
    case 'UTF-16LE':
    case 'UTF-16BE':
      return bytes.length - (bytes.length % 2)
    case 'UTF-8':
      return afterLastLine(bytes) || startOfLast(bytes)
    case 'GB18030':
    case 'Big5':
    case 'Shift_JIS':
      // The second byte of a pair may look like anything but a line feed.
      return afterLastLine(bytes)
  }
}

/** Whole lines are best: who reads them line by line has nothing to carry over. 0 when none ends here. */
function afterLastLine(bytes: Buffer): number {
  return bytes.lastIndexOf(LINE_FEED) + 1
}

/** Where the last UTF-8 character begins, which the next piece may complete; the end when it is plain ASCII or none at all. */
function startOfLast(bytes: Buffer): number {
  let at = bytes.length - 1
  while (at > bytes.length - 4 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at--
  return (bytes[at] ?? 0) >= 0xc0 ? at : bytes.length
}
