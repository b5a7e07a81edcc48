import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { decodePieces } from './decode-pieces'
import { decodeText } from './decode-text'
import { EncodingProof } from './prove-encoding'

const ENCODINGS = ['utf8', 'gb18030', 'big5', 'shift_jis', 'win1252', 'utf-16le', 'utf-16be'] as const
const pieces = (bytes: Uint8Array, size: number) =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size))

async function decodeInPieces(bytes: Uint8Array, size: number) {
  const proof = new EncodingProof()
  for (const piece of pieces(bytes, size)) proof.push(piece)
  const { encoding, markBytes, sure } = proof.end()
  async function* source() {
    yield* pieces(bytes, size)
  }
  let text = ''
  for await (const piece of decodePieces(source(), encoding, markBytes)) text += piece
  return { text, encoding, sure }
}

test('text that comes in pieces is the text of the whole file, wherever it is cut', async () => {
  const character = fc.constantFrom(...'aA1,;"\n é€ü额数量単価請求😀')
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: character, maxLength: 80 }),
      fc.constantFrom(...ENCODINGS),
      fc.boolean(),
      fc.integer({ min: 1, max: 9 }),
      async (text, encoding, hasMark, size) => {
        const bytes = iconv.encode(text, encoding, { addBOM: hasMark && encoding.startsWith('utf') })
        expect(await decodeInPieces(bytes, size)).toEqual(decodeText(bytes))
      },
    ),
    { numRuns: 300 },
  )
})

test('so is text of any bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), fc.integer({ min: 1, max: 5 }), async (bytes, size) => {
      expect(await decodeInPieces(bytes, size)).toEqual(decodeText(bytes))
    }),
    { numRuns: 300 },
  )
})
