/** Files that may be added by hand; judged by their first bytes, never by their name. */
export type AddedType = 'application/pdf' | 'image/jpeg' | 'image/png' | 'image/tiff'

/** What the bytes are; null for anything a reviewer could not open. */
export function mediaTypeOf(bytes: Uint8Array): AddedType | null {
  const starts = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte)
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'application/pdf'
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  if (starts(0x49, 0x49, 0x2a, 0x00) || starts(0x4d, 0x4d, 0x00, 0x2a)) return 'image/tiff'
  return null
}

/** Largest file that may be added, bytes. */
export const ADDED_BYTES_MAX = 25 * 1024 * 1024
