import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { create } from 'fontkit'
import { PDFDocument, type PDFFont } from 'pdf-lib'

export type Fonts = { regular: PDFFont; bold: PDFFont }

const FOLDER = 'node_modules/@expo-google-fonts/noto-sans-sc'
const FILES = { regular: '400Regular/NotoSansSC_400Regular.ttf', bold: '600SemiBold/NotoSansSC_600SemiBold.ttf' } as const

const loaded = new Map<string, Promise<Buffer>>()

function load(file: string): Promise<Buffer> {
  // A computed path keeps bundlers from copying twenty megabytes into the server's bundle.
  const reading = loaded.get(file) ?? readFile(join(process.cwd(), FOLDER, file))
  loaded.set(file, reading)
  return reading
}

/** An empty document without dates or producer, so that the same content always gives the same bytes. */
export async function createPdf(): Promise<{ pdf: PDFDocument; fonts: Fonts }> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  return { pdf, fonts: await embedFonts(pdf) }
}

/**
 * One family for Latin and Chinese, embedded with only the glyphs that are used.
 * Ligatures and kerning are off: widths are then sums of single glyphs, which the layout relies on.
 */
async function embedFonts(pdf: PDFDocument): Promise<Fonts> {
  pdf.registerFontkit({ create })
  const options = { subset: true, features: { kern: false, liga: false } }
  return {
    regular: await pdf.embedFont(await load(FILES.regular), options),
    bold: await pdf.embedFont(await load(FILES.bold), options),
  }
}
