import { buildZip } from '@tests/fixtures/xlsx/build-zip'
import fc from 'fast-check'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { detectFormat } from './detect-format'
import { readPdfText } from './pdf/read-pdf-text'
import { packedIn } from './zip/packed-bytes'
import { unpackZip } from './zip/read-zip'
import { readZipDirectory } from './zip/read-zip-directory'

/** Some bytes of a whole file changed, and the file cut off somewhere. */
function damaged(whole: Uint8Array): fc.Arbitrary<Uint8Array> {
  const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 30 })
  return fc.tuple(changes, fc.option(fc.nat(whole.length))).map(([list, cut]) => {
    const bytes = Uint8Array.from(whole)
    for (const [at, value] of list) bytes[at] = value
    return cut === null ? bytes : bytes.subarray(0, cut)
  })
}

const pdf = async (): Promise<Uint8Array> => {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Courier)
  document.addPage().drawText('DELIVERY RECEIPT 302786171', { x: 40, y: 700, size: 10, font })
  return document.save({ useObjectStreams: false })
}

const CYCLE = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2/Parent 2 0 R>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/Contents 3 0 R/Resources 3 0 R/Annots 3 0 R>>endobj
trailer<</Root 1 0 R/Prev 0>>
startxref
0
%%EOF`

describe('hostile papers and parcels', () => {
  it('a damaged PDF is text, a scan, locked or broken, and never a crash', async () => {
    const whole = await pdf()
    await fc.assert(
      fc.asyncProperty(damaged(whole), async (bytes) => {
        expect(['text', 'needs-reading', 'encrypted', 'broken']).toContain((await readPdfText(bytes)).state)
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('a PDF whose pages hold themselves comes to an end', async () => {
    expect(['needs-reading', 'broken']).toContain((await readPdfText(Buffer.from(CYCLE))).state)
  }, 20_000)

  it('a damaged archive hands over whole files only, and says what is wrong with the others', async () => {
    const texts = new Map([
      ['a.csv', 'PO,Qty\n1,2\n'.repeat(40)],
      ['b/c.txt', 'two'],
    ])
    const whole = buildZip([...texts].map(([path, text]) => ({ path, text })))
    await fc.assert(
      fc.asyncProperty(damaged(whole), async (bytes) => {
        const files: string[] = []
        const { problems, isRefused } = await unpackZip(bytes, async (file) => void files.push(Buffer.from(file.bytes).toString()))
        // What the directory lists comes out whole, as its checksum proves, or is named as a problem.
        const listed = isRefused ? [] : readZipDirectory(packedIn(bytes)).filter((entry) => !entry.path.endsWith('/'))
        if (!isRefused) expect(files.length + problems.length).toBe(listed.length)
        else expect(problems.length).toBeGreaterThan(0)
      }),
      { numRuns: 150 },
    )
  }, 30_000)

  it('an archive of blanks inside blanks is refused by what it unpacks to, not by what it says', async () => {
    const bomb = buildZip([{ path: 'a.csv', text: 'x'.repeat(30_000_000) }])
    expect(bomb.length).toBeLessThan(200_000)
    const { isRefused, problems } = await unpackZip(bomb, async () => undefined)
    expect([isRefused, problems[0]?.code]).toEqual([true, 'zip/ratio'])
  }, 20_000)

  it('any bytes have a format', () => {
    const heads = ['%PDF-', 'PK\u0003\u0004', '\u0089PNG', 'GIF8', 'BM', 'RIFF....WEBP', 'From: a@b\r\n', 'ISA*']
    const bytes = fc.tuple(fc.constantFrom('', ...heads), fc.uint8Array({ maxLength: 400 }))
    fc.assert(
      fc.property(bytes, ([head, rest]) => {
        expect(typeof detectFormat(Buffer.concat([Buffer.from(head, 'latin1'), rest]))).toBe('string')
      }),
      { numRuns: 400 },
    )
  })
})
