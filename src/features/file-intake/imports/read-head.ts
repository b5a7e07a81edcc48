import { open } from 'node:fs/promises'

const HEAD_BYTES = 4096

/** The first characters of a stored file, as far as they are plain letters; enough for what its envelope says. */
export async function readHead(storedAt: string): Promise<string> {
  const file = await open(storedAt, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.toString('latin1', 0, bytesRead)
  } finally {
    await file.close()
  }
}
