import { isAscii } from 'node:buffer'
import iconv from 'iconv-lite'
import type { Encoding } from './encoding'
import { EncodingProof } from './prove-encoding'

/** Text, how it was encoded, and whether that is proven (mark, strict UTF-8, remembered choice) or a guess to be shown to a person. */
export type DecodedText = { text: string; encoding: Encoding; sure: boolean }

/**
 * Decodes a file: byte-order mark, then strict UTF-8, then the encoding this source used last time, then a suggestion
 * from the bytes. Never throws; the mark is not part of the text.
 */
export function decodeText(bytes: Uint8Array, hint: Encoding | null = null): DecodedText {
  const proof = new EncodingProof()
  proof.push(bytes)
  const { encoding, markBytes, sure } = proof.end(hint)
  return { text: decodeAs(bytes.subarray(markBytes), encoding), encoding, sure }
}

/** Decodes with the encoding a person chose; characters that do not exist in it become U+FFFD. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): string {
  if ((encoding === 'UTF-8' || encoding === 'ASCII') && isAscii(bytes))
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (encoding === 'UTF-8' || encoding === 'ASCII') return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  if (encoding === 'GB18030') return new TextDecoder('gb18030').decode(bytes)
  // The built-in windows-1252 decoder has returned control characters for the euro sign and the quotes.
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding, { stripBOM: false })
}
