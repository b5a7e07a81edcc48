import jschardet from 'jschardet'
import type { Encoding } from './encoding'

const LOOK_BYTES = 256 * 1024

/** The byte ranges in which an encoding of pairs keeps its everyday characters, and which bytes may follow. */
type Pairs = { encoding: Encoding; everyday: readonly [number, number][]; rare: readonly [number, number][]; low: boolean }

const GB18030: Pairs = {
  encoding: 'GB18030',
  everyday: [
    [0xa1, 0xa5],
    [0xb0, 0xd7],
  ],
  rare: [[0xd8, 0xf7]],
  low: false,
}
const BIG5: Pairs = { encoding: 'Big5', everyday: [[0xa1, 0xc6]], rare: [[0xc9, 0xf9]], low: true }
const SHIFT_JIS: Pairs = {
  encoding: 'Shift_JIS',
  everyday: [
    [0x81, 0x84],
    [0x88, 0x97],
  ],
  rare: [
    [0x98, 0x9f],
    [0xe0, 0xea],
  ],
  low: true,
}

const WESTERN_LETTERS = new Set([...'äöüßÄÖÜéèêëàâáåçñíìîïóòôøúùûæœÉÈÀÇÑØÅ'].map((letter) => letter.charCodeAt(0)))
// Euro, quotes, dashes, bullet, trade mark, fixed blank, pound, section, copyright, registered, degree, squared, point, one half.
const WESTERN_SIGNS = new Set([
  0x80, 0x84, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0xa0, 0xa3, 0xa7, 0xa9, 0xae, 0xb0, 0xb2, 0xb7, 0xbd,
])

/**
 * Suggests an encoding for bytes that are neither marked nor UTF-8. Strict GB18030 decoding accepts most Western text, so
 * a decoding without error proves nothing: each candidate is scored by how everyday its characters would be, and
 * jschardet is asked when none stands out. `sure` when one candidate is nearly all everyday and the others are not.
 */
export function suggestEncoding(bytes: Uint8Array): { encoding: Encoding; sure: boolean } {
  const look = bytes.subarray(0, LOOK_BYTES)
  const scores = [
    { encoding: 'windows-1252' as Encoding, score: westernScore(look) },
    ...[GB18030, BIG5, SHIFT_JIS].map((pairs) => ({ encoding: pairs.encoding, score: pairScore(look, pairs) })),
  ].sort((a, b) => b.score - a.score)
  const [best, second] = scores
  if (best === undefined || second === undefined) return { encoding: 'windows-1252', sure: false }
  if (best.score < 0.5) return { encoding: fromDetector(look) ?? best.encoding, sure: false }
  return { encoding: best.encoding, sure: best.score >= 0.7 && second.score <= best.score - 0.15 }
}

/** 1 when every byte above 127 is a usual Western letter or sign standing alone or in twos. */
function westernScore(bytes: Uint8Array): number {
  let score = 0
  let total = 0
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue
    const start = at
    while ((bytes[at] ?? 0) >= 0x80) at++
    const length = at - start
    total += length
    const weight = length === 1 ? 1 : length === 2 ? 0.7 : length === 3 ? 0.5 : 0.1
    for (let place = start; place < at; place++) {
      const byte = bytes[place] ?? 0
      score += weight * (WESTERN_LETTERS.has(byte) || WESTERN_SIGNS.has(byte) ? 1 : 0.1)
    }
  }
  return total === 0 ? 1 : score / total
}

/** Near 1 when the bytes, read in pairs, are everyday characters of this encoding. */
function pairScore(bytes: Uint8Array, pairs: Pairs): number {
  let score = 0
  let total = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    total++
    const trail = bytes[at + 1] ?? 0
    const isPair =
      trail >= 0xa1 || (pairs.low ? trail >= 0x40 && trail !== 0x7f : false) || (trail >= 0x80 && pairs.encoding === 'Shift_JIS')
    if (isPair && isWithin(lead, pairs.everyday)) score += trail >= 0xa1 && pairs.encoding === 'Big5' ? 0.85 : 0.95
    else if (isPair && isWithin(lead, pairs.rare)) score += 0.35
    // Two-byte characters outside the old tables still take both bytes.
    if (trail >= 0x40) at++
  }
  return total === 0 ? 0 : score / total
}

function isWithin(byte: number, ranges: readonly [number, number][]): boolean {
  return ranges.some(([from, to]) => byte >= from && byte <= to)
}

function fromDetector(bytes: Uint8Array): Encoding | null {
  const found = jschardet.detect(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 32 * 1024))).encoding
  const name = (found ?? '').toLowerCase()
  if (/^gb/.test(name)) return 'GB18030'
  if (name === 'big5') return 'Big5'
  if (name === 'shift_jis') return 'Shift_JIS'
  return /^(windows-125[02]|iso-8859-(1|2|15))$/.test(name) ? 'windows-1252' : null
}
