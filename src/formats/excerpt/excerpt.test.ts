import { describe, expect, it } from 'vitest'
import { lineExcerpt } from './line-excerpt'
import { camtExcerpt, jsonExcerpt } from './part-excerpt'

async function* inPieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

describe('a line of a text', () => {
  const lines = ['first', 'Größe', '第三行', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth']

  it.each([
    ['UTF-8', 'utf8', 1],
    ['UTF-16LE', 'utf16le', 2],
  ] as const)(
    'is found with three neighbours on either side and its byte, in %s, wherever the bytes are cut',
    async (encoding, name, width) => {
      const bytes = Buffer.from(lines.join('\r\n'), name)
      for (const length of [1, 3, 7, 1000]) {
        const excerpt = await lineExcerpt(inPieces(bytes, length), encoding, ({ number }) => number === 4)
        expect(excerpt?.lines.map(({ cells }) => cells[0])).toEqual(lines.slice(0, 7))
        const offset = excerpt?.lines.find(({ number }) => number === 4)?.byteOffset ?? 0
        expect(bytes.subarray(offset, offset + 6 * width).toString(name)).toBe('fourth')
      }
    },
  )

  it('may be looked for by what it says, and is nothing when there is none', async () => {
    const bytes = Buffer.from(lines.join('\n'))
    expect((await lineExcerpt(inPieces(bytes, 5), 'UTF-8', ({ text }) => text === 'eighth'))?.meant).toBe(8)
    expect(await lineExcerpt(inPieces(bytes, 5), 'UTF-8', ({ number }) => number === 9)).toBeNull()
  })
})

describe('a booking of a statement in XML', () => {
  const camt =
    '<Document><Stmt><Ntry><Amt>1.00</Amt></Ntry><Ntry><Amt>2.00</Amt></Ntry></Stmt><Stmt>\n<Ntry><Amt>3.00</Amt></Ntry></Stmt></Document>'

  it('is cut out and shown one element per line', () => {
    expect(camtExcerpt(camt, 1, 2)?.lines.map(({ cells }) => cells[0])).toEqual(['<Ntry>', '<Amt>2.00</Amt>', '</Ntry>'])
    expect(camtExcerpt(camt, 2, 1)).toMatchObject({ meant: 2 })
    expect(camt.slice(camtExcerpt(camt, 2, 1)?.lines[0]?.byteOffset ?? 0)).toMatch(/^<Ntry><Amt>3/)
  })

  it('is nothing when the file holds fewer', () => {
    expect(camtExcerpt(camt, 3, 1)).toBeNull()
  })
})

describe('an order of a JSON list', () => {
  it('is shown as it is built', () => {
    const text = JSON.stringify({ payload: { orders: [{ purchaseOrderNumber: 'A' }, { purchaseOrderNumber: 'B' }] } })
    expect(jsonExcerpt(text, 2)?.lines.map(({ cells }) => cells[0])).toEqual(['{', '  "purchaseOrderNumber": "B"', '}'])
    expect(jsonExcerpt(text, 3)).toBeNull()
    expect(jsonExcerpt('{broken', 1)).toBeNull()
  })
})
