import { createHash } from 'node:crypto'
import { specialist } from '@tests/factories/people'
import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { prepareDispute } from '@/features/disputes/commands/prepare-dispute'
import { makePackage } from '@/features/disputes/jobs/make-package'
import { readZip } from '@/formats/zip/read-zip'
import { useTestDatabase } from '../database'
import { insertDisputeWorld, insertDocument } from './dispute-world'

const database = await useTestDatabase()
const world = await insertDisputeWorld(database, '1001')
const { id: disputeId } = await prepareDispute(specialist, { deductionId: world.deductionId })

async function readPdf(bytes: Uint8Array) {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({ data: new Uint8Array(bytes) })
  const pdf = await task.promise
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const content = await (await pdf.getPage(number)).getTextContent()
    pages.push(content.items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  const outline = (await pdf.getOutline())?.map(({ title }) => title) ?? []
  await task.destroy()
  return { pages, outline }
}

test('the merged PDF has a letter with arithmetic, bookmarks, a stamp on every page and Chinese that is embedded', async () => {
  const { built } = await makePackage(specialist, disputeId)
  const { pages, outline } = await readPdf(built.pdf)
  expect(outline).toEqual([
    'Letter',
    'Invoice 901001',
    'Purchase order 451001',
    'Bill of lading bol-1001',
    'Proof of delivery pod-1001',
    'Ship notice 801001',
    'Index of exhibits',
  ])
  expect(pages).toHaveLength(8)
  for (const [index, text] of pages.entries()) expect(text).toContain(`HP-1001 p ${index + 1}/8`)
  expect(pages[0]).toContain('Request for repayment of claim HP-1001, $1,788.00')
  expect(pages[0]).toContain('120 units − 96 units')
  expect(pages[0]).toContain('Proof of delivery, p 5 to 6')
  expect(pages[0]).toContain(built.result.manifestSha256.slice(0, 4))
  expect(pages[1]).toContain('头盔')
  expect(fontsOf(await PDFDocument.load(built.pdf, { updateMetadata: false }))).toContain('FontFile2')
})

/** Names of the embedded font programs in a document. */
function fontsOf(pdf: PDFDocument): string {
  return pdf.context
    .enumerateIndirectObjects()
    .map(([, object]) => object.toString())
    .filter((text) => text.includes('/FontDescriptor'))
    .join(' ')
}
