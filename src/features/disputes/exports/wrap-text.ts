import type { PDFFont } from 'pdf-lib'

const advances = new WeakMap<PDFFont, Map<string, number>>()
const WIDE = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/
// These never begin a line in Chinese text.
const CLOSING = /[，。、；：？！）》”’%]/

/** Width of a text in points: the sum of its glyphs. */
export function widthOf(text: string, font: PDFFont, size: number): number {
  const known = advances.get(font) ?? new Map<string, number>()
  advances.set(font, known)
  let width = 0
  for (const character of text) {
    const advance = known.get(character) ?? font.widthOfTextAtSize(character, 1000)
    known.set(character, advance)
    width += advance
  }
  return (width * size) / 1000
}

/** Breaks a text into lines no wider than `width`: Latin between words, Chinese between characters, long numbers anywhere. */
export function wrapText(text: string, font: PDFFont, size: number, width: number): string[] {
  const lines: string[] = []
  for (const paragraph of clean(text).split('\n')) {
    let line = ''
    for (const piece of piecesOf(paragraph)) {
      if (widthOf((line + piece).trimEnd(), font, size) <= width || line === '') {
        line += piece
      } else {
        lines.push(line.trimEnd())
        line = piece.trimStart()
      }
      while (widthOf(line.trimEnd(), font, size) > width && [...line].length > 1) {
        const fitting = fittingPart(line, font, size, width)
        lines.push(fitting)
        line = line.slice(fitting.length)
      }
    }
    lines.push(line.trimEnd())
  }
  return lines
}

function piecesOf(paragraph: string): string[] {
  const pieces: string[] = []
  for (const character of paragraph) {
    const last = pieces.at(-1)
    const joins =
      last !== undefined &&
      (CLOSING.test(character) || (!WIDE.test(character) && !WIDE.test(last.slice(-1)) && (character === ' ' || !last.endsWith(' '))))
    if (joins) pieces[pieces.length - 1] = last + character
    else pieces.push(character)
  }
  return pieces
}

function fittingPart(line: string, font: PDFFont, size: number, width: number): string {
  let part = ''
  for (const character of line) {
    if (part !== '' && widthOf(part + character, font, size) > width) break
    part += character
  }
  return part
}

/** Takes away what no font can draw: control characters other than line breaks. */
function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, '')
}
