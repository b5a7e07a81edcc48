import { decodePDFRawStream, PDFArray, PDFDocument, type PDFPage, PDFRawStream, PDFRef, PDFStream } from 'pdf-lib'

/** Pages of one exhibit inside the merged document; `problem` says why it could only be attached. */
export type Copied = { pages: PDFPage[]; blankPages: number[]; problem: string | null }

const A4 = { width: 595.28, height: 841.89 }
const IMAGE_MARGIN = 36

/** Copies a stored file into the merged document: PDFs page by page, pictures as pages. Never throws for a bad file. */
export async function copyPages(target: PDFDocument, bytes: Uint8Array, mediaType: string): Promise<Copied> {
  try {
    if (mediaType === 'application/pdf') return await copyPdf(target, bytes)
    if (mediaType === 'image/jpeg' || mediaType === 'image/png')
      return { pages: [await drawImage(target, bytes, mediaType)], blankPages: [], problem: null }
    return { pages: [], blankPages: [], problem: 'not-a-page' }
  } catch (error) {
    return { pages: [], blankPages: [], problem: isLocked(error) ? 'encrypted' : 'broken' }
  }
}

// An empty user password opens files that are only protected against editing; ignoring the encryption would give blank pages.
async function copyPdf(target: PDFDocument, bytes: Uint8Array): Promise<Copied> {
  const source = await PDFDocument.load(bytes, { password: '', updateMetadata: false, throwOnInvalidObject: false })
  const indices = source.getPageIndices()
  if (indices.length === 0) return { pages: [], blankPages: [], problem: 'broken' }
  const blankPages = source.getPages().flatMap((page, index) => (looksBlank(page) ? [index + 1] : []))
  if (blankPages.length === indices.length) return { pages: [], blankPages, problem: 'blank' }
  const pages = await target.copyPages(source, indices)
  return { pages: pages.map((page) => target.addPage(page)), blankPages, problem: null }
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && /encrypt|password/i.test(`${error.name} ${error.message}`)
}

// Truncated files open with pages that draw nothing: no text, no picture, no line.
function looksBlank(page: PDFPage): boolean {
  try {
    return !/(?:Tj|TJ|'|"|\bDo|\bsh|\bEI|\b[SsFfBb]\*?)\s/.test(`${contentOf(page)} `)
  } catch {
    return true
  }
}

function contentOf(page: PDFPage): string {
  const contents = page.node.Contents()
  const streams = contents instanceof PDFArray ? contents.asArray() : contents ? [contents] : []
  return streams
    .map((entry) => (entry instanceof PDFRef ? page.doc.context.lookup(entry) : entry))
    .map((stream) => (stream instanceof PDFRawStream ? decode(stream) : stream instanceof PDFStream ? stream.getContentsString() : ''))
    .join('\n')
}

function decode(stream: PDFRawStream): string {
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
}

async function drawImage(target: PDFDocument, bytes: Uint8Array, mediaType: string): Promise<PDFPage> {
  const image = mediaType === 'image/png' ? await target.embedPng(bytes) : await target.embedJpg(bytes)
  const isWide = image.width > image.height
  const [width, height] = isWide ? [A4.height, A4.width] : [A4.width, A4.height]
  const page = target.addPage([width, height])
  const scale = Math.min((width - 2 * IMAGE_MARGIN) / image.width, (height - 2 * IMAGE_MARGIN) / image.height, 1)
  const size = { width: image.width * scale, height: image.height * scale }
  page.drawImage(image, { x: (width - size.width) / 2, y: (height - size.height) / 2, ...size })
  return page
}
