import { open } from 'node:fs/promises'
import { detectFormat, HEAD_BYTES } from '@/formats/detect-format'
import type { Format } from '@/formats/inspection'

/** What a stored file is, mostly by its beginning; archives and workbooks tell by their end. */
export async function formatOf(storedAt: string): Promise<Format> {
  const file = await open(storedAt)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return detectFormat(buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}
