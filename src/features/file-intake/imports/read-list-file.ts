import { openCsv } from '@/formats/csv/open-csv'
import type { FindHeader } from '@/formats/find-header'
import { openBarList } from '@/formats/sap/read-bar-list'
import type { LongTable } from '@/formats/table'
import { type ByteSource, decodePieces, type TextSource } from '@/formats/text/decode-pieces'
import type { Encoding } from '@/formats/text/encoding'
import { EncodingProof } from '@/formats/text/prove-encoding'

/** The text of a file, read from its start as often as asked, and how it is encoded. */
export type OpenedText = { text: TextSource; encoding: Encoding; sure: boolean }

const HEAD_CHARACTERS = 64 * 1024

/**
 * Settles the encoding of a file of any length over all of its bytes; `chosen` by a person, or by the same sender's last file,
 * holds where the bytes prove none.
 */
export async function openText(bytes: ByteSource, chosen: Encoding | null = null): Promise<OpenedText> {
  const proof = new EncodingProof()
  for await (const piece of bytes()) proof.push(piece)
  const proven = proof.end(chosen)
  const { encoding, markBytes, sure } = proven.sure || chosen === null ? proven : { encoding: chosen, markBytes: 0, sure: true }
  return { text: () => decodePieces(bytes(), encoding, markBytes), encoding, sure }
}

/** Opens a list: an unconverted SAP list by its bars, everything else by its delimiters. */
export async function openList(text: TextSource, findHeader?: FindHeader): Promise<LongTable> {
  const bars = /^\s*\|/m.test(await headOf(text)) ? await openBarList(text) : null
  return bars ?? openCsv(text, '', findHeader)
}

/** The beginning of a text, for looking at what it is. */
async function headOf(text: TextSource): Promise<string> {
  let head = ''
  for await (const piece of text()) {
    head += piece
    if (head.length > HEAD_CHARACTERS) break
  }
  return head
}

/** All of a text, for readers that must see it whole. */
export async function wholeText(text: TextSource): Promise<string> {
  const pieces: string[] = []
  for await (const piece of text()) pieces.push(piece)
  return pieces.join('')
}
