import { buildMail } from '@tests/factories/build-mail'
import { specialist } from '@tests/factories/people'
import { buildZip } from '@tests/fixtures/xlsx/build-zip'
import { takeFile } from '@tests/integration/take-file'
import { PDFDocument } from 'pdf-lib'
import { afterAll, expect, test } from 'vitest'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { findReportWithParts } from '@/features/file-intake/queries/find-import-report'
import { useTestDatabase } from '../database'

await useTestDatabase()
afterAll(closeReaders)

async function lockedPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  pdf.addPage().drawText('secret')
  pdf.encrypt({ userPassword: 'x', ownerPassword: 'y' })
  return pdf.save({ useObjectStreams: false })
}

const CYCLE =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF'

test.each([
  ['locked.pdf', lockedPdf, 'intake/unreadable-encrypted'],
  ['cycle.pdf', async () => Buffer.from(CYCLE), 'intake/unreadable-broken'],
  ['bomb.zip', async () => buildZip([{ path: 'a.csv', text: 'x'.repeat(30_000_000) }]), 'zip/ratio'],
  ['empty.zip', async () => buildZip([]), 'zip/empty'],
  ['cut.zip', async () => buildZip([{ path: 'a.csv', text: 'PO,Qty\n1,2\n' }]).subarray(0, 60), 'zip/broken'],
  ['letter.docx', async () => buildZip([{ path: '[Content_Types].xml', text: '<Types/>' }]), 'intake/unreadable-office'],
  ['winmail.dat', async () => Buffer.from([0x78, 0x9f, 0x3e, 0x22, 1, 0]), 'intake/unreadable-tnef'],
])('%s is refused and says why', async (name, build, reason) => {
  expect(await takeFile(name, await build())).toMatchObject({ status: 'refused', reason, rows: { accepted: 0 } })
})

test('mails inside mails inside mails are opened only so deep, and the rest is named', async () => {
  let mail = buildMail('innermost', 'x', [{ name: 'deep.csv', type: 'text/csv', bytes: Buffer.from('a,b\n1,2\n') }])
  for (let depth = 0; depth < 8; depth++)
    mail = buildMail(`around ${depth}`, 'x', [
      { name: `inner${depth}.eml`, type: 'message/rfc822', bytes: mail, headers: ['Content-Disposition: attachment'] },
    ])
  const report = await takeFile('deep.eml', mail)
  expect(report.status).toBe('done')
  const reports = await findReportWithParts(specialist, [report.id])
  expect(reports).toHaveLength(5)
  expect(reports.at(-1)?.findings).toContainEqual(expect.objectContaining({ code: 'mail/nested-too-deep' }))
})
