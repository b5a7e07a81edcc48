import { isAscii } from 'node:buffer'
import type { Encoding } from './encoding'
import { suggestEncoding } from './suggest-encoding'

/** How a file is encoded, how many bytes its mark takes, and whether that is proven (mark, strict UTF-8, remembered choice) or a guess. */
export type ProvenEncoding = { encoding: Encoding; markBytes: number; sure: boolean }

const HEAD_BYTES = 4096
const SAMPLE_BYTES = 256 * 1024

/**
 * Settles the encoding of a file whose bytes come in pieces: byte-order mark, zero bytes of UTF-16, plain ASCII, strict
 * UTF-8, then the encoding this source used last time, then a suggestion from the first bytes beyond ASCII.
 */
export class EncodingProof {
  #head: Uint8Array = new Uint8Array(0)
  #sample: Uint8Array[] = []
  #sampled = 0
  #carry: Uint8Array = new Uint8Array(0)
  #isAscii = true
  #good = 0
  #bad = 0
  #isCut = false

  push(bytes: Uint8Array): void {
    if (this.#head.length < HEAD_BYTES) this.#head = joined(this.#head, bytes.subarray(0, HEAD_BYTES - this.#head.length))
    if (this.#carry.length === 0 && isAscii(bytes)) {
      if (this.#sampled > 0) this.#take(bytes)
      return
    }
    if (this.#isAscii) this.#take(bytes.subarray(bytes.findIndex((byte) => byte >= 0x80)))
    else this.#take(bytes)
    this.#isAscii = false
    this.#carry = this.#count(joined(this.#carry, bytes))
  }

  end(hint: Encoding | null = null): ProvenEncoding {
    const marked = encodingOfMark(this.#head)
    if (marked !== null) return { ...marked, sure: true }
    const wide = wideWithoutMark(this.#head)
    if (wide !== null) return { encoding: wide, markBytes: 0, sure: hint === wide }
    if (this.#isAscii) return { encoding: 'ASCII', markBytes: 0, sure: true }
    if (this.#carry.length > 0) this.#isCut = true
    const isStrict = this.#bad === 0 && !this.#isCut
    // A file cut in the middle of a character, or with a stray byte, is still UTF-8 when nearly all its sequences are.
    if (isStrict || (this.#good >= 4 && this.#bad * 20 <= this.#good)) return { encoding: 'UTF-8', markBytes: 0, sure: isStrict }
    if (hint !== null && hint !== 'UTF-8' && hint !== 'ASCII') return { encoding: hint, markBytes: 0, sure: true }
    return { ...suggestEncoding(Buffer.concat(this.#sample)), markBytes: 0 }
  }

  #take(bytes: Uint8Array): void {
    if (this.#sampled >= SAMPLE_BYTES) return
    // The caller may use its buffer again.
    const piece = Buffer.from(bytes.subarray(0, SAMPLE_BYTES - this.#sampled))
    this.#sample.push(piece)
    this.#sampled += piece.length
  }

  /** Counts whole and broken UTF-8 sequences; returns a sequence that the next piece may complete. */
  #count(bytes: Uint8Array): Uint8Array {
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0
      if (byte < 0x80) continue
      const follow = followers(byte)
      if (at + follow >= bytes.length && isBegun(bytes, at)) return Buffer.from(bytes.subarray(at))
      if (follow > 0 && isWhole(bytes, at, follow)) {
        this.#good++
        at += follow
      } else this.#bad++
    }
    return new Uint8Array(0)
  }
}

function followers(byte: number): number {
  return byte >= 0xc2 && byte <= 0xdf ? 1 : byte >= 0xe0 && byte <= 0xef ? 2 : byte >= 0xf0 && byte <= 0xf4 ? 3 : 0
}

// Source: Unicode standard, table 3-7: what may follow the first byte shuts out long forms, surrogates and what is beyond the last plane.
function isWhole(bytes: Uint8Array, at: number, follow: number): boolean {
  for (let next = 1; next <= follow; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return false
  const first = bytes[at] ?? 0
  const second = bytes[at + 1] ?? 0
  if (first === 0xe0) return second >= 0xa0
  if (first === 0xed) return second <= 0x9f
  if (first === 0xf0) return second >= 0x90
  return first !== 0xf4 || second <= 0x8f
}

/** True when the sequence at the end of a piece is right so far. */
function isBegun(bytes: Uint8Array, at: number): boolean {
  for (let next = at + 1; next < bytes.length; next++) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return false
  return true
}

function encodingOfMark(bytes: Uint8Array): { encoding: Encoding; markBytes: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'UTF-8', markBytes: 3 }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'UTF-16LE', markBytes: 2 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'UTF-16BE', markBytes: 2 }
  return null
}

// Digits, tabs and line ends are half zero bytes in UTF-16; other text has none.
function wideWithoutMark(head: Uint8Array): Encoding | null {
  const zeros: [number, number] = [0, 0]
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[(at % 2) as 0 | 1]++
  const [even, odd] = zeros
  if (head.length < 8 || even + odd < head.length * 0.1) return null
  if (odd > even * 8) return 'UTF-16LE'
  return even > odd * 8 ? 'UTF-16BE' : null
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.length === 0 ? b : Buffer.concat([a, b])
}
