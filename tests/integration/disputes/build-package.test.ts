import { createHash } from 'node:crypto'
import { specialist } from '@tests/factories/people'
import { PDFDocument, PDFName, PDFRawStream } from 'pdf-lib'
import { expect, test } from 'vitest'
import { addExhibit } from '@/features/disputes/commands/add-exhibit'
import { arrangeExhibits } from '@/features/disputes/commands/arrange-exhibits'
import { keepPackage } from '@/features/disputes/commands/keep-package'
import { prepareDispute } from '@/features/disputes/commands/prepare-dispute'
import { makePackage } from '@/features/disputes/jobs/make-package'
import { findDossier } from '@/features/disputes/queries/find-dossier'
import { keyOf } from '@/features/disputes/rules/exhibit'
import { readPdfText } from '@/formats/pdf/read-pdf-text'
import { readZip } from '@/formats/zip/read-zip'
import { useTestDatabase } from '../database'
import { insertDisputeWorld, makePaper } from './dispute-world'

const database = await useTestDatabase()

async function prepare(code: string) {
  const world = await insertDisputeWorld(database, code)
  const { id } = await prepareDispute(specialist, { deductionId: world.deductionId })
  return { ...world, id }
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function outlineOf(bytes: Uint8Array): Promise<string[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const titles = (await (await task.promise).getOutline())?.map(({ title }) => title) ?? []
  await task.destroy()
  return titles
}

/** Number of font programs of real outlines inside the document. */
async function embeddedFonts(bytes: Uint8Array): Promise<number> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  return pdf.context
    .enumerateIndirectObjects()
    .filter(([, object]) => object.toString().includes('/FontFile2') && !(object instanceof PDFRawStream)).length
}

test('the merged PDF has a letter with arithmetic, bookmarks, a stamp on every page and embedded Chinese', async () => {
  const { id } = await prepare('1001')
  const { built } = await makePackage(specialist, id)
  const { pages } = await readPdfText(built.pdf)
  const text = pages.map((lines) => lines.join('\n'))
  expect(await outlineOf(built.pdf)).toEqual([
    'Letter',
    'Invoice 901001',
    'Purchase order 451001',
    'Bill of lading bol-1001',
    'Proof of delivery pod-1001',
    'Ship notice 801001',
    'Index of exhibits',
  ])
  expect(text).toHaveLength(8)
  for (const [index, page] of text.entries()) expect(page).toContain(`HP-1001 p ${index + 1}/8`)
  expect(text[0]).toContain('Request for repayment of claim HP-1001, $1,788.00')
  expect(text[0]).toContain('120 units − 96 units')
  expect(text[0]).toContain('Proof of delivery, p 5 to 6')
  expect(text[0]).toContain(built.result.manifestSha256.slice(0, 4))
  expect(text[1]).toContain('头盔')
  expect(await embeddedFonts(built.pdf)).toBeGreaterThanOrEqual(4)
})

test('Chinese glyphs are drawn with their outlines, not lost in the subset', async () => {
  const { id } = await prepare('1002')
  await database.query(
    `update portal_limit set package_locale = 'zh-CN' where customer_id = (select customer_id from dispute where id = $1)`,
    [id],
  )
  const { built } = await makePackage(specialist, id)
  const pdf = await PDFDocument.load(built.pdf, { updateMetadata: false })
  const { create } = await import('fontkit')
  const programs = pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      'get' in object && typeof object.get === 'function' ? [pdf.context.lookup(object.get(PDFName.of('FontFile2')))] : [],
    )
    .filter((stream) => stream instanceof PDFRawStream)
  expect(programs.length).toBeGreaterThanOrEqual(2)
  const { decodePDFRawStream } = await import('pdf-lib')
  for (const program of programs) {
    const font = await create(decodePDFRawStream(program).decode())
    const glyphs = font && 'numGlyphs' in font ? Number(font.numGlyphs) : 0
    expect(glyphs).toBeGreaterThan(5)
  }
  expect((await readPdfText(built.pdf)).pages[0]?.join('')).toContain('申请退还索赔')
})

test('the same exhibits give the same hash in every version; a change gives another', async () => {
  const { id } = await prepare('1003')
  const first = await makePackage(specialist, id)
  const second = await makePackage(specialist, id)
  expect([first.version, second.version]).toEqual([1, 2])
  expect(second.built.result.manifestSha256).toBe(first.built.result.manifestSha256)
  const dossier = await findDossier(specialist, id)
  const exhibits = (dossier?.plan.exhibits ?? []).map((exhibit) => ({ key: keyOf(exhibit), isIncluded: exhibit.isIncluded })).toReversed()
  await arrangeExhibits(specialist, { disputeId: id, version: dossier?.dispute.version ?? 0, exhibits })
  const third = await makePackage(specialist, id)
  expect(third.built.result.manifestSha256).not.toBe(first.built.result.manifestSha256)
})

test('the ZIP holds the PDF, every original unchanged and a manifest that names them', async () => {
  const { id } = await prepare('1004')
  const { built } = await makePackage(specialist, id)
  const { files } = await readZip(built.zip)
  const manifest = files.find((file) => file.path === 'manifest.json')
  expect(hashOf(manifest?.bytes ?? new Uint8Array())).toBe(built.result.manifestSha256)
  for (const entry of built.result.files) {
    const file = files.find((candidate) => candidate.path === entry.path)
    expect(hashOf(file?.bytes ?? new Uint8Array())).toBe(entry.sha256)
  }
})

test('a file that cannot be opened goes along as it is and is named', async () => {
  const { id } = await prepare('1005')
  const paper = await makePaper(['whole'])
  const content = new Uint8Array(paper.slice(0, 60))
  await addExhibit(specialist, {
    disputeId: id,
    evidence: 'attachment',
    fileName: '签收单 损坏.pdf',
    mediaType: 'application/pdf',
    content,
  })
  const { built } = await makePackage(specialist, id)
  expect(built.result.placed.at(-1)).toMatchObject({ from: null, title: '签收单 损坏' })
  expect(['broken', 'blank']).toContain(built.result.placed.at(-1)?.problem)
  expect((await readZip(built.zip)).files.map((file) => file.path)).toContain('exhibits/06_签收单-损坏.pdf')
})

test('a package larger than the portal takes is split between exhibits', async () => {
  const { id, customerId } = await prepare('1006')
  await database.query('update portal_limit set file_bytes_max = 30000 where customer_id = $1', [customerId])
  const { built } = await makePackage(specialist, id)
  expect(built.result.parts.length).toBeGreaterThan(1)
  expect(built.result.parts.reduce((sum, part) => sum + (part.pages ?? 0), 0)).toBe(built.result.pageCount)
})

test('preparing twice adds nothing, and a built package never changes', async () => {
  const { id, deductionId } = await prepare('1007')
  expect((await prepareDispute(specialist, { deductionId })).id).toBe(id)
  const [count] = await database.query<{ count: number }>('select count(*)::int as count from package_exhibit where dispute_id = $1', [id])
  expect(count?.count).toBe(5)
  const { id: packageId, built } = await makePackage(specialist, id)
  await expect(database.query('update dispute_package set page_count = 1 where id = $1', [packageId])).rejects.toThrow('never changes')
  const { disputeId, disputeVersion, packageVersion, missing, pdf, zip, result } = built
  const { manifestSha256, pageCount } = result
  const input = { disputeId, disputeVersion, packageVersion, missing, pdf, zip, manifestSha256, pageCount, manifest: {} }
  await expect(keepPackage(specialist, input)).rejects.toMatchObject({ code: 'stale' })
})
