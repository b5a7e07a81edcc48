import { type Color, type PDFDocument, type PDFFont, type PDFPage, rgb } from 'pdf-lib'
import type { Fonts } from './pdf-fonts'
import { widthOf, wrapText } from './wrap-text'

export type Paper = 'letter' | 'a4'
export type Column = { share: number; align?: 'right' }
type Row = { cells: readonly string[]; isStrong?: boolean }
type TextOptions = { size?: number; isStrong?: boolean; color?: Color; gap?: number }

const SIZES: Readonly<Record<Paper, readonly [number, number]>> = { letter: [612, 792], a4: [595.28, 841.89] }
const MARGIN = { side: 50, top: 56, bottom: 58 }
const CELL_GAP = 8
const LEADING = 1.45
export const INK = rgb(0.09, 0.09, 0.08)
export const SOFT = rgb(0.33, 0.33, 0.31)
const LINE = rgb(0.85, 0.85, 0.83)

/** Writes text and tables from top to bottom and starts pages as needed. All measures are points. */
export class PageFlow {
  readonly pages: PDFPage[] = []
  readonly #pdf: PDFDocument
  readonly #fonts: Fonts
  readonly #size: readonly [number, number]
  readonly #at: number | null
  #page: PDFPage
  #y = 0

  /** `at` is the index of the first page; without it pages go to the end. */
  constructor(pdf: PDFDocument, fonts: Fonts, paper: Paper, at: number | null = null) {
    this.#pdf = pdf
    this.#fonts = fonts
    this.#size = SIZES[paper]
    this.#at = at
    this.#page = this.#start()
  }

  get width(): number {
    return this.#size[0] - 2 * MARGIN.side
  }

  text(text: string, { size = 10, isStrong = false, color = INK, gap = 0 }: TextOptions = {}): void {
    const font = isStrong ? this.#fonts.bold : this.#fonts.regular
    for (const line of wrapText(text, font, size, this.width)) {
      this.#need(size * LEADING)
      this.#write(line, MARGIN.side, font, size, color)
      this.#y -= size * LEADING
    }
    this.#y -= gap
  }

  gap(points: number): void {
    this.#y -= points
  }

  /** A table with hairlines between rows; its head repeats on every page. */
  table(columns: readonly Column[], head: readonly string[] | null, rows: readonly Row[], size = 9.5): void {
    const repeat = () => {
      if (head) this.#row(columns, { cells: head, isStrong: true }, size)
    }
    this.#need(size * LEADING * 3)
    repeat()
    for (const row of rows) {
      if (!this.#fits(this.#heightOf(columns, row, size))) {
        this.#page = this.#start()
        repeat()
      }
      this.#row(columns, row, size)
    }
  }

  #row(columns: readonly Column[], row: Row, size: number): void {
    const font = row.isStrong ? this.#fonts.bold : this.#fonts.regular
    const height = this.#heightOf(columns, row, size)
    const top = this.#y
    let x = MARGIN.side
    for (const [index, column] of columns.entries()) {
      const width = this.width * column.share
      this.#cell(row.cells[index] ?? '', {
        x,
        width,
        top,
        font,
        size,
        isRight: column.align === 'right',
        isLast: index === columns.length - 1,
      })
      x += width
    }
    this.#y = top - height
    this.#page.drawLine({
      start: { x: MARGIN.side, y: this.#y + size * 0.3 },
      end: { x: MARGIN.side + this.width, y: this.#y + size * 0.3 },
      thickness: 0.5,
      color: LINE,
    })
    this.#y -= size * 0.25
  }

  #cell(text: string, at: { x: number; width: number; top: number; font: PDFFont; size: number; isRight: boolean; isLast: boolean }): void {
    const usable = at.width - (at.isLast ? 0 : CELL_GAP)
    this.#y = at.top
    for (const line of wrapText(text, at.font, at.size, usable)) {
      const indent = at.isRight ? usable - widthOf(line, at.font, at.size) : 0
      this.#write(line, at.x + indent, at.font, at.size, INK)
      this.#y -= at.size * LEADING
    }
  }

  #heightOf(columns: readonly Column[], row: Row, size: number): number {
    const font = row.isStrong ? this.#fonts.bold : this.#fonts.regular
    const lines = columns.map((column, index) => {
      const usable = this.width * column.share - (index === columns.length - 1 ? 0 : CELL_GAP)
      return wrapText(row.cells[index] ?? '', font, size, usable).length
    })
    return Math.max(1, ...lines) * size * LEADING + size * 0.35
  }

  #write(text: string, x: number, font: PDFFont, size: number, color: Color): void {
    if (text !== '') this.#page.drawText(text, { x, y: this.#y - size, font, size, color })
  }

  #fits(height: number): boolean {
    return this.#y - height >= MARGIN.bottom
  }

  #need(height: number): void {
    if (!this.#fits(height)) this.#page = this.#start()
  }

  #start(): PDFPage {
    const size: [number, number] = [...this.#size]
    const page = this.#at === null ? this.#pdf.addPage(size) : this.#pdf.insertPage(this.#at + this.pages.length, size)
    this.pages.push(page)
    this.#y = this.#size[1] - MARGIN.top
    return page
  }
}

/** A line at the foot of a page, one text left and one right. */
export function drawFooter(page: PDFPage, fonts: Fonts, left: string, right: string): void {
  const { width } = page.getSize()
  const size = 8
  const y = 34
  page.drawLine({ start: { x: MARGIN.side, y: y + 14 }, end: { x: width - MARGIN.side, y: y + 14 }, thickness: 0.5, color: LINE })
  page.drawText(left, { x: MARGIN.side, y, size, font: fonts.regular, color: SOFT })
  page.drawText(right, { x: width - MARGIN.side - widthOf(right, fonts.regular, size), y, size, font: fonts.regular, color: SOFT })
}
