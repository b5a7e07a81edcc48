import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PDFDocument } from 'pdf-lib'
import { type ManifestEntry, manifestText } from '../rules/manifest'
import { fileNameOf } from '../rules/package-name'
import { addOutline } from './add-outline'
import type { BuildRequest, BuildResult, ExhibitSource, PlacedExhibit, WrittenFile } from './build-request'
import { type Copied, copyPages } from './copy-pages'
import { drawIndex, drawLetter, letterText, placeText } from './draw-letter'
import { drawRecord } from './draw-record'
import { fill } from './package-texts'
import { drawFooter } from './page-flow'
import { createPdf } from './pdf-fonts'
import { splitPdf } from './split-pdf'
import { stampPages } from './stamp-pages'
import { zipPackage } from './zip-package'

type Part = { source: ExhibitSource; bytes: Uint8Array; entry: ManifestEntry; copied: Copied }

/** Told before each piece of work, so that a piece that hangs can be named. */
type Tell = (key: string) => void

/**
 * Makes one merged PDF and one ZIP of a package. The manifest covers the exhibits and the letter's text, neither the version
 * nor the date, so that equal inputs have an equal hash; the hash is printed on the letter.
 */
export async function assemblePackage(request: BuildRequest, tell: Tell): Promise<BuildResult> {
  const { texts, letter, paper } = request
  const { pdf, fonts } = await createPdf()
  const parts = await readParts(request, pdf, tell)
  tell('letter')
  const plain = new TextEncoder().encode(
    letterText(
      letter,
      request.exhibits.map((exhibit) => exhibit.title),
      texts,
    ),
  )
  const files = [...parts.map((part) => part.entry), { path: 'letter.txt', ...measure(plain), pages: null }]
  const manifest = manifestText({ name: request.name, files })
  const manifestSha256 = hashOf(new TextEncoder().encode(manifest))
  const { placed, letterPages } = await placeLetter(request, pdf, fonts, parts)
  tell('index')
  const rows = parts.map((part, index) => ({
    title: part.source.title,
    pages: placeText(placed[index], texts),
    sha256: part.entry.sha256,
  }))
  const indexPages = drawIndex(pdf, fonts, paper, texts, rows)
  const pageCount = pdf.getPageCount()
  const footer = fill(texts.footer, { version: request.version, hash: shortHash(manifestSha256) })
  for (const page of [...letterPages, ...indexPages])
    drawFooter(page, fonts, footer, fill(texts.pageOf, { page: pdf.getPages().indexOf(page) + 1, pages: pageCount }))
  stampPages(pdf, fonts.bold, (page, pages) => fill(texts.stamp, { name: request.name, page, pages }))
  addOutline(pdf, [
    { title: texts.coverLetter, page: 0 },
    ...placed.flatMap((exhibit) => (exhibit.from === null ? [] : [{ title: exhibit.title, page: exhibit.from - 1 }])),
    { title: texts.index, page: pageCount - indexPages.length },
  ])
  pdf.setTitle(letter.heading)
  pdf.setAuthor(letter.company)
  const merged = await pdf.save()
  return write(request, { merged, parts, plain, files, manifest, manifestSha256, placed, pageCount, letterPages: letterPages.length })
}

async function readParts(request: BuildRequest, pdf: PDFDocument, tell: Tell): Promise<Part[]> {
  const parts: Part[] = []
  for (const [index, source] of request.exhibits.entries()) {
    tell(source.key)
    const { content } = source
    const isRecord = content.kind === 'record'
    const bytes = isRecord ? await drawRecord(content.page, request.paper) : await readFile(content.storedAt)
    const extension = isRecord ? 'pdf' : content.extension
    const copied: Copied = source.isUnsafe
      ? { pages: [], blankPages: [], problem: 'broken' }
      : await copyPages(pdf, bytes, isRecord ? 'application/pdf' : content.mediaType)
    const path = `exhibits/${String(index + 1).padStart(2, '0')}_${fileNameOf(source.fileStem)}.${extension}`
    parts.push({ source, bytes, copied, entry: { path, ...measure(bytes), pages: copied.problem === null ? copied.pages.length : null } })
  }
  return parts
}

// The letter names pages that come after it, so it is laid out once to count its own pages and once for good.
async function placeLetter(
  request: BuildRequest,
  pdf: PDFDocument,
  fonts: Awaited<ReturnType<typeof createPdf>>['fonts'],
  parts: readonly Part[],
) {
  const trial = await createPdf()
  const length = drawLetter(trial.pdf, trial.fonts, request.paper, request.letter, request.texts, place(parts, 1)).length
  const placed = place(parts, length)
  const drawn = drawLetter(pdf, fonts, request.paper, request.letter, request.texts, placed)
  return { placed, letterPages: drawn }
}

function place(parts: readonly Part[], letterPages: number): PlacedExhibit[] {
  let next = letterPages + 1
  return parts.map(({ source, copied }) => {
    const from = copied.pages.length === 0 ? null : next
    next += copied.pages.length
    return {
      key: source.key,
      title: source.title,
      from,
      to: from === null ? null : next - 1,
      blankPages: copied.blankPages,
      problem: copied.problem,
    }
  })
}

type Finished = {
  merged: Uint8Array
  parts: readonly Part[]
  plain: Uint8Array
  files: readonly ManifestEntry[]
  manifest: string
  manifestSha256: string
  placed: readonly PlacedExhibit[]
  pageCount: number
  letterPages: number
}

async function write(request: BuildRequest, finished: Finished): Promise<BuildResult> {
  const stem = fileNameOf(request.name)
  const { merged, parts, plain, manifest, files, manifestSha256, placed, pageCount } = finished
  const pdf = await keep(request.folder, `${stem}_dispute.pdf`, merged, pageCount)
  const limit = request.fileBytesMax
  const split = limit === null || merged.byteLength <= limit ? [] : await splitPdf(merged, finished.letterPages, placed, limit)
  const pieces = await Promise.all(
    split.map(({ bytes, pages }, index) => keep(request.folder, `${stem}_dispute-${index + 1}.pdf`, bytes, pages)),
  )
  const zipped = await zipPackage([
    { name: pdf.name, bytes: merged },
    ...split.map(({ bytes }, index) => ({ name: `parts/${pieces[index]?.name ?? ''}`, bytes })),
    ...parts.map(({ entry, bytes }) => ({ name: entry.path, bytes })),
    { name: 'letter.txt', bytes: plain },
    { name: 'manifest.json', bytes: new TextEncoder().encode(manifest) },
  ])
  const zip = await keep(request.folder, `${stem}_dispute.zip`, zipped, null)
  return { manifest, manifestSha256, files, placed, pageCount, pdf, zip, parts: pieces }
}

async function keep(folder: string, name: string, bytes: Uint8Array, pages: number | null): Promise<WrittenFile> {
  await writeFile(join(folder, name), bytes)
  return { name, ...measure(bytes), pages }
}

function measure(bytes: Uint8Array): { bytes: number; sha256: string } {
  return { bytes: bytes.byteLength, sha256: hashOf(bytes) }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The first 16 digits in groups of four: enough to compare by eye. */
function shortHash(hash: string): string {
  return hash.slice(0, 16).match(/.{4}/g)?.join(' ') ?? hash
}
