import { isAscii } from 'node:buffer'
import iconv from 'iconv-lite'
import type { Encoding } from './encoding'
import { suggestEncoding } from './suggest-encoding'

/** Text, how it was encoded, and whether that is proven (mark, strict UTF-8, remembered choice) or a guess to be shown to a person. */
export type DecodedText = { text: string; encoding: Encoding; sure: boolean }

/**
 * Decodes a file: byte-order mark, then strict UTF-8, then the encoding this source used last time, then a suggestion
 * from the bytes. Never throws; the mark is not part of the text.
 */
export function decodeText(bytes: Uint8Array, hint: Encoding | null = null): DecodedText {
  const marked = encodingOfMark(bytes)
  if (marked !== null) return { text: decodeAs(bytes.subarray(marked.length), marked.encoding), encoding: marked.encoding, sure: true }
  const wide = wideWithoutMark(bytes)
  if (wide !== null) return { text: decodeAs(bytes, wide), encoding: wide, sure: hint === wide }
  if (isAscii(bytes))
    return { text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'), encoding: 'ASCII', sure: true }
  const utf8 = decodeUtf8(bytes)
  if (utf8 !== null) return utf8
  if (hint !== null && hint !== 'UTF-8' && hint !== 'ASCII') return { text: decodeAs(bytes, hint), encoding: hint, sure: true }
  const suggestion = suggestEncoding(bytes)
  return { text: decodeAs(bytes, suggestion.encoding), encoding: suggestion.encoding, sure: suggestion.sure }
}

/** Decodes with the encoding a person chose; characters that do not exist in it become U+FFFD. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding === 'UTF-8' || encoding === 'ASCII') return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  if (encoding === 'GB18030') return new TextDecoder('gb18030').decode(bytes)
  // The built-in windows-1252 decoder has returned control characters for the euro sign and the quotes.
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding, { stripBOM: false })
}

function encodingOfMark(bytes: Uint8Array): { encoding: Encoding; length: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'UTF-8', length: 3 }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'UTF-16LE', length: 2 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'UTF-16BE', length: 2 }
  return null
}

// Digits, tabs and line ends are half zero bytes in UTF-16; other text has none.
function wideWithoutMark(bytes: Uint8Array): Encoding | null {
  const look = Math.min(bytes.length, 4096)
  const zeros: [number, number] = [0, 0]
  for (let at = 0; at < look; at++) if (bytes[at] === 0) zeros[(at % 2) as 0 | 1]++
  const [even, odd] = zeros
  if (look < 8 || even + odd < look * 0.1) return null
  if (odd > even * 8) return 'UTF-16LE'
  return even > odd * 8 ? 'UTF-16BE' : null
}

function decodeUtf8(bytes: Uint8Array): DecodedText | null {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  try {
    return { text: strict.decode(bytes), encoding: 'UTF-8', sure: true }
  } catch {
    return mostlyUtf8(bytes) ? { text: decodeAs(bytes, 'UTF-8'), encoding: 'UTF-8', sure: false } : null
  }
}

// A file cut in the middle of a character, or with a stray byte, is still UTF-8 when nearly all its sequences are.
function mostlyUtf8(bytes: Uint8Array): boolean {
  let good = 0
  let bad = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte < 0x80) continue
    const follow = byte >= 0xc2 && byte <= 0xdf ? 1 : byte >= 0xe0 && byte <= 0xef ? 2 : byte >= 0xf0 && byte <= 0xf4 ? 3 : 0
    let isGood = follow > 0
    for (let next = 1; next <= follow; next++) isGood &&= ((bytes[at + next] ?? 0) & 0xc0) === 0x80
    if (at + follow >= bytes.length && follow > 0) break
    if (isGood) {
      good++
      at += follow
    } else bad++
  }
  return good >= 4 && bad * 20 <= good
}
