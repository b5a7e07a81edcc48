import { PDFDocument, type PDFPage, rgb, StandardFonts } from 'pdf-lib'
import { dice } from './dice'

/** What stands on one page of a paper. Lines of `marks` get a drawn signature or a stamp frame around them. */
export type PaperPage = {
  title: string
  lines: readonly string[]
  /** Index of the line that carries a pen signature. */
  signedLine: number | null
  /** Index of the line that stands inside a rubber stamp. */
  stampedLine: number | null
  footer: string
}

const FIXED_TIME = new Date('2026-01-05T08:00:00Z')
const LEFT = 54
const TOP = 700
const LEADING = 19
const INK = rgb(0.1, 0.1, 0.1)
const PEN = rgb(0.08, 0.16, 0.5)
const STAMP = rgb(0.62, 0.1, 0.14)

/** A paper of one page or more with a text layer, letter size, the same bytes for the same words. */
export async function textPaper(pages: readonly PaperPage[]): Promise<Uint8Array> {
  const document = await newDocument()
  const body = await document.embedFont(StandardFonts.Helvetica)
  const bold = await document.embedFont(StandardFonts.HelveticaBold)
  for (const content of pages) {
    const page = document.addPage([612, 792])
    page.drawText(content.title, { x: LEFT, y: 738, size: 17, font: bold, color: INK })
    page.drawLine({ start: { x: LEFT, y: 728 }, end: { x: 558, y: 728 }, thickness: 1.2, color: INK })
    for (const [index, line] of content.lines.entries()) {
      if (line !== '') page.drawText(line, { x: LEFT, y: TOP - index * LEADING, size: 10.5, font: body, color: INK })
    }
    if (content.signedLine !== null) drawSignature(page, TOP - content.signedLine * LEADING, content.lines.join())
    if (content.stampedLine !== null) drawStampFrame(page, TOP - content.stampedLine * LEADING)
    page.drawText(content.footer, { x: LEFT, y: 36, size: 8, font: body, color: rgb(0.4, 0.4, 0.4) })
  }
  return document.save()
}

/** A scanned page: one picture, no text. */
export async function scannedPaper(png: Uint8Array): Promise<Uint8Array> {
  const document = await newDocument()
  const picture = await document.embedPng(png)
  document.addPage([612, 792]).drawImage(picture, { x: 18, y: 18, width: 576, height: 756 })
  return document.save()
}

async function newDocument(): Promise<PDFDocument> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.setCreationDate(FIXED_TIME)
  document.setModificationDate(FIXED_TIME)
  return document
}

// A pen stroke that differs from paper to paper but not from run to run.
function drawSignature(page: PDFPage, y: number, seed: string): void {
  const random = dice(`signature/${seed}`)
  let path = 'M 0 0'
  let x = 0
  for (let loop = random.whole(5, 8); loop > 0; loop--) {
    const step = random.whole(9, 17)
    path += ` C ${x + 2} ${-random.whole(8, 20)}, ${x + step} ${-random.whole(4, 18)}, ${x + step} ${random.whole(-3, 5)}`
    x += step
  }
  page.drawSvgPath(`${path} q 14 -4 26 -2`, { x: 250, y: y + 2, borderColor: PEN, borderWidth: 1.3 })
}

function drawStampFrame(page: PDFPage, y: number): void {
  page.drawRectangle({ x: LEFT - 6, y: y - 8, width: 236, height: 24, borderColor: STAMP, borderWidth: 1.6 })
  page.drawRectangle({ x: LEFT - 3, y: y - 5, width: 230, height: 18, borderColor: STAMP, borderWidth: 0.6 })
}
