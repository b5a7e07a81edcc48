import { degrees, PDFDocument, StandardFonts } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { arrangeLines } from './arrange-lines'
import { readPdfText } from './read-pdf-text'

type Word = { text: string; x: number; y: number; turn?: number }

async function paper(words: readonly Word[]): Promise<PDFDocument> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  const page = pdf.addPage([400, 400])
  for (const { text, x, y, turn = 0 } of words) page.drawText(text, { x, y, font, size: 10, rotate: degrees(turn) })
  return pdf
}

describe('the text of a PDF', () => {
  it('comes in reading order, however it was drawn, with columns apart', async () => {
    const pdf = await paper([
      { text: 'Pieces received: 10', x: 20, y: 300 },
      { text: 'DELIVERY RECEIPT', x: 20, y: 380 },
      { text: 'Date 01/02/2025', x: 250, y: 340 },
      { text: 'PRO 8013077368', x: 20, y: 340.8 },
    ])
    expect(await readPdfText(await pdf.save())).toEqual({
      pages: [['DELIVERY RECEIPT', 'PRO 8013077368  Date 01/02/2025', 'Pieces received: 10']],
      state: 'text',
      pageCount: 1,
    })
  })

  it('is turned back when the page lies on its side', async () => {
    const pdf = await paper([
      { text: 'second line of it', x: 120, y: 20, turn: 90 },
      { text: 'first line of it', x: 100, y: 20, turn: 90 },
    ])
    expect((await readPdfText(await pdf.save())).pages).toEqual([['first line of it', 'second line of it']])
  })

  it('a page without text needs a person', async () => {
    expect(await readPdfText(await (await paper([])).save())).toMatchObject({ state: 'needs-reading', pageCount: 1 })
    expect(await readPdfText(await (await paper([{ text: 'Scanned with CamScanner', x: 20, y: 20 }])).save())).toMatchObject({
      state: 'needs-reading',
    })
  })

  it('a locked file is said to be locked', async () => {
    const pdf = await paper([{ text: 'secret text of some length', x: 20, y: 20 }])
    pdf.encrypt({ userPassword: 'x', ownerPassword: 'y' })
    expect(await readPdfText(await pdf.save({ useObjectStreams: false }))).toMatchObject({ state: 'encrypted', pages: [] })
  })

  it('a broken file is said to be broken', async () => {
    for (const text of ['', 'hello', '%PDF-1.4\n', '%PDF-1.7\n1 0 obj\n<</Type/Catalog>>'])
      expect((await readPdfText(Buffer.from(text))).state).toBe('broken')
  })
})

it('text printed twice for boldness is read once', () => {
  const run = { y: 10, width: 30, height: 10, angle: 0, isEnd: false }
  expect(
    arrangeLines(
      [
        { ...run, text: 'TOTAL', x: 10 },
        { ...run, text: 'TOTAL', x: 10.4 },
        { ...run, text: '12', x: 45 },
      ],
      0,
    ),
  ).toEqual(['TOTAL 12'])
})
