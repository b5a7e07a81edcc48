import { degrees, type PDFDocument, type PDFFont, type PDFPage, rgb } from 'pdf-lib'
import { INK } from './page-flow'
import { widthOf } from './wrap-text'

const SIZE = 8.5
const PADDING = 5
const HEIGHT = 16
const MARGIN = 14

/** Stamps every page top right as the reader sees it, whatever its rotation: 'HP-881204 p 3/11'. */
export function stampPages(pdf: PDFDocument, font: PDFFont, textOf: (page: number, pages: number) => string): void {
  const pages = pdf.getPages()
  for (const [index, page] of pages.entries()) stampPage(page, font, textOf(index + 1, pages.length))
}

function stampPage(page: PDFPage, font: PDFFont, text: string): void {
  const { x: left, y: bottom, width, height } = page.getCropBox()
  const angle = (((page.getRotation().angle % 360) + 360) % 360) as 0 | 90 | 180 | 270
  const boxWidth = widthOf(text, font, SIZE) + 2 * PADDING
  const seenWidth = angle === 90 || angle === 270 ? height : width
  const seenHeight = angle === 90 || angle === 270 ? width : height
  // A point as the reader sees it (origin bottom left) in the page's own axes.
  const place = (x: number, y: number): { x: number; y: number } => {
    if (angle === 90) return { x: left + width - y, y: bottom + x }
    if (angle === 180) return { x: left + width - x, y: bottom + height - y }
    if (angle === 270) return { x: left + y, y: bottom + height - x }
    return { x: left + x, y: bottom + y }
  }
  const box = { x: seenWidth - MARGIN - boxWidth, y: seenHeight - MARGIN - HEIGHT }
  page.drawRectangle({
    ...place(box.x, box.y),
    width: boxWidth,
    height: HEIGHT,
    rotate: degrees(angle),
    color: rgb(1, 1, 1),
    borderColor: INK,
    borderWidth: 0.8,
  })
  page.drawText(text, { ...place(box.x + PADDING, box.y + 4.8), size: SIZE, font, color: INK, rotate: degrees(angle) })
}
