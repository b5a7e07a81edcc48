import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { type PackedBytes, refuseBeyond } from '@/formats/zip/packed-bytes'

/** The directory of an archive is read number by number; a window of the file serves them. */
const WINDOW_BYTES = 64 * 1024

/** Works on an archive whose bytes stay in its file. */
export async function withPackedFile<Result>(storedAt: string, work: (packed: PackedBytes) => Promise<Result>): Promise<Result> {
  const file = openSync(storedAt, 'r')
  try {
    return await work(packedFile(file))
  } finally {
    closeSync(file)
  }
}

function packedFile(file: number): PackedBytes {
  const { size } = fstatSync(file)
  let window: Buffer = Buffer.alloc(0)
  let windowAt = 0
  const read = (at: number, length: number): Buffer => {
    const bytes = Buffer.alloc(length)
    refuseBeyond(0, length, readSync(file, bytes, 0, length, at))
    return bytes
  }
  return {
    length: size,
    part(at, length) {
      refuseBeyond(at, length, size)
      if (length >= WINDOW_BYTES) return read(at, length)
      if (at < windowAt || at + length > windowAt + window.length) {
        windowAt = at
        window = read(at, Math.min(WINDOW_BYTES, size - at))
      }
      return window.subarray(at - windowAt, at - windowAt + length)
    },
  }
}
