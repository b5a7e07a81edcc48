import { decodeAs } from '../text/decode-text'

const MARKS = { 'UTF-16LE': [0xff, 0xfe], 'UTF-16BE': [0xfe, 0xff] } as const
type Wide = keyof typeof MARKS
const HEAD_BYTES = 8

/** Turns X12 that somebody saved as UTF-16 into one byte per character, chunk by chunk; any other bytes pass as they are. */
export class NarrowBytes {
  #wide: Wide | 'no' | null = null
  #rest = Buffer.alloc(0)

  /** How many bytes of the file one byte that comes out stands for. */
  get scale(): number {
    return this.#wide === 'UTF-16LE' || this.#wide === 'UTF-16BE' ? 2 : 1
  }

  take(chunk: Uint8Array): Uint8Array {
    this.#wide ??= wideOf(chunk)
    if (this.#wide === 'no') return chunk
    const bytes = Buffer.concat([this.#rest, chunk])
    const end = bytes.length - (bytes.length % 2)
    this.#rest = Buffer.from(bytes.subarray(end))
    return Buffer.from(decodeAs(bytes.subarray(0, end), this.#wide).replace(/^\ufeff/, ''))
  }
}

// An interchange begins with letters: in UTF-16 every other byte of them is zero.
function wideOf(head: Uint8Array): Wide | 'no' {
  for (const wide of ['UTF-16LE', 'UTF-16BE'] as const) if (MARKS[wide].every((byte, at) => head[at] === byte)) return wide
  if (head.length < HEAD_BYTES) return 'no'
  const isZero = (offset: number) => [0, 2, 4, 6].every((at) => head[at + offset] === 0 && head[at + 1 - offset] !== 0)
  return isZero(1) ? 'UTF-16LE' : isZero(0) ? 'UTF-16BE' : 'no'
}
