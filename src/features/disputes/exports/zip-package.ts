import { makeZip } from 'client-zip'

export type ZipEntry = { name: string; bytes: Uint8Array }

// PDFs do not shrink further; a fixed date keeps the archive of the same content the same.
const DATE = new Date('2000-01-01T00:00:00Z')

/** Packs files into a ZIP whose names are UTF-8, so that Chinese names survive every unpacker. */
export async function zipPackage(entries: readonly ZipEntry[]): Promise<Uint8Array> {
  const files = entries.map(({ name, bytes }) => ({ name, input: bytes, lastModified: DATE, size: bytes.byteLength }))
  return new Uint8Array(await new Response(makeZip(files)).arrayBuffer())
}
