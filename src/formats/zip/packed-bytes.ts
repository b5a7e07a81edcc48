/** The bytes of an archive, asked for part by part: those of a long one stay in its file. `part` throws a RangeError beyond the end. */
export type PackedBytes = { readonly length: number; part: (at: number, length: number) => Buffer }

/** An archive that stands in memory. */
export function packedIn(bytes: Uint8Array): PackedBytes {
  return {
    length: bytes.length,
    part(at, length) {
      refuseBeyond(at, length, bytes.length)
      return Buffer.from(bytes.buffer, bytes.byteOffset + at, length)
    },
  }
}

/** Throws a RangeError when a part is not wholly inside. */
export function refuseBeyond(at: number, length: number, end: number): void {
  if (!(at >= 0 && length >= 0 && at + length <= end)) throw new RangeError('beyond the end of the archive')
}

/** Numbers as archives write them, the lowest byte first. */
export class PackedNumbers {
  readonly #bytes: PackedBytes

  constructor(bytes: PackedBytes) {
    this.#bytes = bytes
  }

  uint16(at: number): number {
    return this.#bytes.part(at, 2).readUInt16LE()
  }

  uint32(at: number): number {
    return this.#bytes.part(at, 4).readUInt32LE()
  }

  uint64(at: number): bigint {
    return this.#bytes.part(at, 8).readBigUInt64LE()
  }
}
