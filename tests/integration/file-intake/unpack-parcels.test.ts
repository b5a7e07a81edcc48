import { buildMail } from '@tests/factories/build-mail'
import { buildMsg } from '@tests/factories/build-msg'
import { specialist } from '@tests/factories/people'
import { buildZip } from '@tests/fixtures/xlsx/build-zip'
import { takeFile } from '@tests/integration/take-file'
import { afterAll, expect, test } from 'vitest'
import { systemActor } from '@/core/actor'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { receiveFile } from '@/features/file-intake/imports/receive-file'
import { resumeBatches } from '@/features/file-intake/imports/resume-batches'
import { takeOverStaged } from '@/features/file-intake/imports/take-over-staged'
import { findImportParts } from '@/features/file-intake/queries/find-import-parts'
import { findReportWithParts } from '@/features/file-intake/queries/find-import-report'
import { useTestDatabase } from '../database'
import { bytesOf, insertRetailer, orderSet, remittanceSet } from './build-papers'

const database = await useTestDatabase()
await insertRetailer(database)
afterAll(closeReaders)

const order = (number: string) => bytesOf([orderSet(number)])
const payment = (number: string) => bytesOf([remittanceSet(number, '88', ['RMR*IV*90000152*PI*88*88*0'])])
const edi = (name: string, bytes: Uint8Array) => ({ name, type: 'application/edi-x12', bytes })
const shapeOf = async (id: string) =>
  (await findReportWithParts(specialist, [id])).map(({ file, kind, status, rows }) => [file, kind, status, rows.accepted])

test('a mail with two attachments is three batches, each linked to the other', async () => {
  const mail = buildMail('Order and payment', 'See the files attached.', [edi('order.edi', order('M1')), edi('pay.edi', payment('MP1'))])
  const { id } = await takeFile('inbox/monday.eml', mail)
  expect(await shapeOf(id)).toEqual([
    ['inbox/monday.eml', 'mail', 'done', 1],
    ['inbox/monday.eml/order.edi', 'x12-850', 'done', 1],
    ['inbox/monday.eml/pay.edi', 'x12-820', 'done', 1],
  ])
  const { parts, cameIn } = await findImportParts(specialist, id)
  expect([parts.map((part) => part.fileName), cameIn]).toEqual([['order.edi', 'pay.edi'], []])
  const back = await findImportParts(specialist, parts[0]?.id ?? '')
  expect(back.cameIn.map((parcel) => parcel.id)).toEqual([id])
})

test('a mail saved by Outlook gives its attachment, and a file that came before keeps its first batch', async () => {
  const { id } = await takeFile(
    'saved.msg',
    buildMsg({ subject: 'again', body: 'see file', sender: 'a@b.example', files: [edi('o.edi', order('M1'))] }),
  )
  expect(await shapeOf(id)).toEqual([
    ['saved.msg', 'mail', 'done', 1],
    ['inbox/monday.eml/order.edi', 'x12-850', 'done', 1],
  ])
  const { parts } = await findImportParts(specialist, id)
  expect((await findImportParts(specialist, parts[0]?.id ?? '')).cameIn).toHaveLength(2)
})

test('a forwarded mail is a mail of its own, with its own attachment', async () => {
  const inner = buildMail('Original', 'the order', [edi('inner.edi', order('M2'))])
  const forwarded = { name: 'original.eml', type: 'message/rfc822', bytes: inner, headers: ['Content-Disposition: attachment'] }
  const { id } = await takeFile('forwarded.eml', buildMail('FW: Original', 'please look', [forwarded]))
  expect(await shapeOf(id)).toEqual([
    ['forwarded.eml', 'mail', 'done', 1],
    ['forwarded.eml/original.eml', 'mail', 'done', 1],
    ['forwarded.eml/original.eml/inner.edi', 'x12-850', 'done', 1],
  ])
})

test('what a mail holds and nobody can read is refused by itself and says why', async () => {
  const parts = [
    { name: 'winmail.dat', type: 'application/ms-tnef', bytes: Buffer.from([0x78, 0x9f, 0x3e, 0x22, 1, 0, 0, 0]) },
    edi('fine.edi', order('M3')),
  ]
  const { id } = await takeFile('tnef.eml', buildMail('Outlook', 'text', parts))
  const reports = await findReportWithParts(specialist, [id])
  expect(reports.map(({ status, reason }) => [status, reason])).toEqual([
    ['done', null],
    ['refused', 'intake/unreadable-tnef'],
    ['done', null],
  ])
})

test('the logo of a signature stays in the mail and is said, a large picture is a paper', async () => {
  const picture = (bytes: number) =>
    Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), Buffer.alloc(bytes, bytes % 251)])
  const inText = (name: string) => [`Content-ID: <${name}@x>`, `Content-Disposition: inline; filename="${name}"`]
  const { id, findings } = await takeFile(
    'signed.eml',
    buildMail('Damage', 'see photo', [
      { name: 'logo.png', type: 'image/png', bytes: picture(900), headers: inText('logo.png') },
      { name: 'damage.png', type: 'image/png', bytes: picture(90_000), headers: inText('damage.png') },
    ]),
  )
  expect(findings).toContainEqual(expect.objectContaining({ code: 'mail/pictures-left', message: expect.stringContaining('logo.png') }))
  expect((await shapeOf(id)).map(([file]) => file)).toEqual(['signed.eml', 'signed.eml/damage.png'])
})

test('an archive gives its files with their folders; one inside another and a bomb are refused', async () => {
  const inner = buildZip([{ path: 'deep.edi', text: Buffer.from(order('M4')).toString() }])
  const files = [
    { path: 'R01/one.edi', text: Buffer.from(order('M5')).toString() },
    { path: 'inner.zip', text: inner },
  ]
  const report = await takeFile('week.zip', buildZip(files))
  expect(report).toMatchObject({ kind: 'archive', status: 'done', findings: [{ code: 'zip/nested', position: 'entry inner.zip' }] })
  expect((await shapeOf(report.id)).slice(1)).toEqual([['week.zip/R01/one.edi', 'x12-850', 'done', 1]])
  const mailed = await takeFile('zipped.eml', buildMail('zip', 'x', [{ name: 'z.zip', type: 'application/zip', bytes: inner }]))
  expect((await shapeOf(mailed.id)).slice(1)).toEqual([
    ['zipped.eml/z.zip', 'archive', 'done', 0],
    ['zipped.eml/z.zip/deep.edi', 'x12-850', 'done', 1],
  ])
  const bomb = await takeFile('bomb.zip', buildZip([{ path: 'a.csv', text: 'x'.repeat(20_000_000) }]))
  expect(bomb).toMatchObject({ status: 'refused', reason: 'zip/ratio' })
  expect(await shapeOf(bomb.id)).toHaveLength(1)
})

test('a parcel that is only looked at is taken over with everything in it', async () => {
  const mail = buildMail('preview', 'x', [edi('p.edi', order('M6'))])
  const { id } = await receiveFile(specialist, { path: 'preview.eml', bytes: mail, way: 'browser' }, { isPreview: true })
  expect((await shapeOf(id)).map(([, , status]) => status)).toEqual(['staged', 'staged'])
  expect(await takeOverStaged(specialist, [id])).toHaveLength(2)
  expect((await shapeOf(id)).map(([, , status]) => status)).toEqual(['done', 'done'])
})

test('a crash between a parcel and its parts loses and doubles nothing', async () => {
  const mail = buildMail('crash', 'x', [edi('c.edi', order('M7'))])
  const { id } = await receiveFile(specialist, { path: 'crash.eml', bytes: mail, way: 'mail' }, { isPreview: true })
  await database.query(`update import_batch set state = 'parsing', is_preview = false where id = $1 or path = 'crash.eml/c.edi'`, [id])
  await resumeBatches(systemActor('test'))
  expect(await shapeOf(id)).toEqual([
    ['crash.eml', 'mail', 'done', 1],
    ['crash.eml/c.edi', 'x12-850', 'done', 1],
  ])
  const [{ n } = { n: '' }] = await database.query<{ n: string }>(`select count(*) n from purchase_order where number = 'M7'`)
  expect(n).toBe('1')
})
