import { PDFDocument } from 'pdf-lib'
import { fitLimits } from '../rules/fit-limits'
import type { PlacedExhibit } from './build-request'

type Range = { from: number; to: number }

/**
 * Splits a merged package between exhibits into files of at most `bytesMax`. Pages keep their stamps and numbers.
 * An exhibit that is larger than the limit by itself stays whole in a file of its own.
 */
export async function splitPdf(
  merged: Uint8Array,
  letterPages: number,
  placed: readonly PlacedExhibit[],
  bytesMax: number,
): Promise<{ bytes: Uint8Array; pages: number }[]> {
  const source = await PDFDocument.load(merged, { updateMetadata: false })
  const ranges: Range[] = [
    { from: 1, to: letterPages },
    ...placed.flatMap(({ from, to }) => (from === null || to === null ? [] : [{ from, to }])),
  ]
  const last = ranges.at(-1)?.to ?? letterPages
  if (source.getPageCount() > last) ranges.push({ from: last + 1, to: source.getPageCount() })
  const weighed = []
  for (const range of ranges) weighed.push({ range, bytes: (await extract(source, [range])).byteLength })
  const { files } = fitLimits(
    weighed.map(({ bytes }, index) => ({ key: String(index), bytes })),
    { portalName: '', portalUrl: null, filesMax: Number.MAX_SAFE_INTEGER, fileBytesMax: bytesMax, fileTypes: [], steps: [], stepsZh: [] },
  )
  const split = []
  for (const file of files) {
    const own = file.keys.flatMap((key) => ranges[Number(key)] ?? [])
    split.push({ bytes: await extract(source, own), pages: own.reduce((sum, { from, to }) => sum + to - from + 1, 0) })
  }
  return split
}

async function extract(source: PDFDocument, ranges: readonly Range[]): Promise<Uint8Array> {
  const part = await PDFDocument.create({ updateMetadata: false })
  const indices = ranges.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from - 1 + index))
  for (const page of await part.copyPages(source, indices)) part.addPage(page)
  return part.save()
}
