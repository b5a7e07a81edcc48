import { type PDFDocument, PDFHexString, PDFName, PDFNull, PDFNumber } from 'pdf-lib'

/** A bookmark: `page` counts from 0. */
export type Bookmark = { title: string; page: number }

/** Adds bookmarks to a document. The library has no call for them, so the outline is written as plain objects (PDF 32000-1, 12.3.3). */
export function addOutline(pdf: PDFDocument, bookmarks: readonly Bookmark[]): void {
  const { context } = pdf
  const pages = pdf.getPages()
  const valid = bookmarks.filter(({ page }) => pages[page] !== undefined)
  if (valid.length === 0) return
  const rootRef = context.nextRef()
  const refs = valid.map(() => context.nextRef())
  for (const [index, { title, page }] of valid.entries()) {
    const target = pages[page]
    const ref = refs[index]
    if (!target || !ref) continue
    const item = context.obj({
      Title: PDFHexString.fromText(title),
      Parent: rootRef,
      Dest: [target.ref, PDFName.of('XYZ'), PDFNull, PDFNull, PDFNull],
    })
    const [previous, next] = [refs[index - 1], refs[index + 1]]
    if (previous) item.set(PDFName.of('Prev'), previous)
    if (next) item.set(PDFName.of('Next'), next)
    context.assign(ref, item)
  }
  const root = context.obj({ Type: 'Outlines', Count: PDFNumber.of(refs.length) })
  const [first, last] = [refs[0], refs.at(-1)]
  if (first && last) {
    root.set(PDFName.of('First'), first)
    root.set(PDFName.of('Last'), last)
  }
  context.assign(rootRef, root)
  pdf.catalog.set(PDFName.of('Outlines'), rootRef)
  pdf.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}
