import { detectText } from './detect-text'
import type { Format } from './inspection'
import { decodeText } from './text/decode-text'
import { type PackedBytes, packedIn } from './zip/packed-bytes'
import { readZipDirectory } from './zip/read-zip-directory'

/** So much of a file tells what it is, archives apart. */
export const HEAD_BYTES = 64 * 1024

/**
 * What a file is, by its content and never by its name. 'unknown' is neither text nor a format that is read
 * (among them binary workbooks: see `unreadableKind` for what to tell the person).
 */
export function detectFormat(bytes: Uint8Array): Format {
  const binary = detectBinary(bytes)
  if (binary !== null) return binary
  const head = decodeText(wholeLines(bytes)).text.replace(/^\ufeff/, '')
  return detectText(head)
}

/** What a file is that is not read here, as far as that is known. */
export type UnreadableKind = 'ole' | 'ole-encrypted' | 'office' | 'tnef' | 'compressed' | 'xml' | 'html' | 'json' | 'empty' | 'binary'

/** Says what an unknown file is, when that is known: a message code, else null. */
export function unreadableKind(bytes: Uint8Array): UnreadableKind | null {
  if (bytes.length === 0) return 'empty'
  if (isOle(bytes)) return holdsName(bytes, 'EncryptedPackage') ? 'ole-encrypted' : 'ole'
  if (startsWith(bytes, [0x78, 0x9f, 0x3e, 0x22])) return 'tnef'
  if (isZip(bytes)) return isOfficeDocument(bytes) ? 'office' : null
  if (startsWith(bytes, [0x1f, 0x8b]) || startsWith(bytes, [0x37, 0x7a, 0xbc, 0xaf]) || startsWith(bytes, [0x52, 0x61, 0x72, 0x21]))
    return 'compressed'
  const head = decodeText(bytes.subarray(0, 4096)).text.trimStart()
  if (/^<!doctype html|^<html|^<table/i.test(head)) return 'html'
  if (/^</.test(head)) return 'xml'
  if (/^[{[]/.test(head)) return 'json'
  return isMostlyControl(head) ? 'binary' : null
}

function detectBinary(bytes: Uint8Array): Format | null {
  if (bytes.length === 0) return 'unknown'
  if (isZip(bytes)) return isWorkbook(packedIn(bytes)) ? 'xlsx' : isOfficeDocument(bytes) ? 'unknown' : 'zip'
  if (isOle(bytes) && holdsName(bytes, '__substg1.0_')) return 'msg'
  if (latin(bytes, 0, 1024).includes('%PDF-')) return 'pdf'
  if (isImage(bytes)) return 'image'
  const kind = unreadableKind(bytes)
  return kind !== null && BINARY_KINDS.has(kind) ? 'unknown' : null
}

const BINARY_KINDS: ReadonlySet<string> = new Set(['ole', 'ole-encrypted', 'tnef', 'compressed', 'binary'])

function isOle(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])
}

function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x50, 0x4b, 5, 6])
}

// The directory of an OLE file keeps the names of its streams in UTF-16.
function holdsName(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'))
}

function isImage(bytes: Uint8Array): boolean {
  const magic = [
    [0x89, 0x50, 0x4e, 0x47],
    [0xff, 0xd8, 0xff],
    [0x49, 0x49, 0x2a, 0],
    [0x4d, 0x4d, 0, 0x2a],
    [0x47, 0x49, 0x46, 0x38],
  ]
  if (magic.some((prefix) => startsWith(bytes, prefix))) return true
  const head = latin(bytes, 0, 16)
  return (
    /^RIFF.{4}WEBP/s.test(head) ||
    /^.{4}ftyp(?:heic|heix|mif1|avif)/s.test(head) ||
    (head.startsWith('BM') && bytes[14] === 40 && bytes[15] === 0)
  )
}

/** True for an archive that is a workbook; by its directory, or by the names at its beginning when that is damaged. */
export function isWorkbook(packed: PackedBytes): boolean {
  try {
    return readZipDirectory(packed).some(
      (entry) => /(?:^|\/)xl\/workbook\.(?:xml|bin)$/i.test(entry.path) || /^xl\/worksheets\/[^/]+\.xml$/i.test(entry.path),
    )
  } catch {
    return packed.part(0, Math.min(HEAD_BYTES, packed.length)).toString('latin1').includes('xl/')
  }
}

// Letters and slides are archives too, and nobody wants their insides as files.
function isOfficeDocument(bytes: Uint8Array): boolean {
  try {
    return readZipDirectory(packedIn(bytes)).some((entry) =>
      /^(?:\[Content_Types\]\.xml|mimetype|META-INF\/manifest\.xml)$/i.test(entry.path),
    )
  } catch {
    return false
  }
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte)
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to)
}

// The head ends at a line end, so that no row and no character is cut.
function wholeLines(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= HEAD_BYTES) return bytes
  const head = bytes.subarray(0, HEAD_BYTES)
  const end = head.lastIndexOf(10)
  // In UTF-16 the line feed has a second byte.
  return end > 0 ? head.subarray(0, bytes[0] === 0xff && bytes[1] === 0xfe ? end + 2 : end + 1) : head
}

function isMostlyControl(text: string): boolean {
  const control = text.match(/[\u0000-\u0008\u000e-\u001b\ufffd]/g)?.length ?? 0
  return control > text.length * 0.1
}
