import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { arrangeLines, type Glyphs } from './arrange-lines'

/** 'needs-reading': a scan or picture without text, which a person has to read. */
export type PdfState = 'text' | 'needs-reading' | 'encrypted' | 'broken'

/** The lines of each page in reading order; columns far apart are set apart by two blanks. */
export type PdfText = { pages: string[][]; state: PdfState; pageCount: number }

const PAGES_MAX = 300
const CHARACTERS_MAX = 5_000_000
// Fewer letters and digits than this in the whole file are a scanner's mark, not a text.
const TEXT_CHARACTERS_MIN = 12

/** Reads the text layer of a PDF. Never throws: what cannot be read is said by `state`. Only local fonts and character maps are used. */
export async function readPdfText(bytes: Uint8Array): Promise<PdfText> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  // The reader takes the buffer over, so it gets its own.
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, ...localFiles() })
  try {
    const pdf = await task.promise
    const pages = await readPages(pdf)
    const letters =
      pages
        .flat()
        .join('')
        .match(/[\p{L}\p{N}]/gu)?.length ?? 0
    const isScan = letters < TEXT_CHARACTERS_MIN || isScannerMark(pages)
    return { pages, state: isScan ? 'needs-reading' : 'text', pageCount: pdf.numPages }
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    return { pages: [], state: isLocked ? 'encrypted' : 'broken', pageCount: 0 }
  } finally {
    await task.destroy().catch(() => undefined)
  }
}

async function readPages(pdf: PDFDocumentProxy): Promise<string[][]> {
  const pages: string[][] = []
  let characters = 0
  let readable = 0
  for (let number = 1; number <= Math.min(pdf.numPages, PAGES_MAX) && characters < CHARACTERS_MAX; number++) {
    // One damaged page does not take the others with it.
    const lines = await pdf
      .getPage(number)
      .then(readPage)
      .catch(() => null)
    if (lines !== null) readable += 1
    pages.push(lines ?? [])
    characters += lines?.reduce((sum, line) => sum + line.length, 0) ?? 0
  }
  if (readable === 0) throw new Error('no page of it can be opened')
  return pages
}

async function readPage(page: PDFPageProxy): Promise<string[]> {
  const content = await page.getTextContent()
  const glyphs: Glyphs[] = []
  for (const item of content.items) {
    if (!('str' in item) || item.str === '') continue
    const [a = 1, b = 0, , , x = 0, y = 0] = item.transform.map(Number)
    glyphs.push({
      text: item.str,
      x,
      y,
      width: item.width,
      height: Math.hypot(a, b) || item.height,
      angle: Math.atan2(b, a),
      isEnd: item.hasEOL,
    })
  }
  page.cleanup()
  return arrangeLines(glyphs, page.rotate)
}

function isScannerMark(pages: readonly string[][]): boolean {
  const lines = pages.flat()
  return lines.length > 0 && lines.every((line) => /^(?:scanned (?:by|with|using)\b.*|camscanner|page \d+( of \d+)?)$/i.test(line.trim()))
}

function localFiles() {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  return {
    standardFontDataUrl: join(root, 'standard_fonts') + sep,
    cMapUrl: join(root, 'cmaps') + sep,
    cMapPacked: true,
    useWasm: false,
    useWorkerFetch: false,
    disableFontFace: true,
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
    maxImageSize: 1,
  }
}
