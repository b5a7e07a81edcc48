import { specialist } from '@tests/factories/people'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refusal } from '@/core/refusal'
import { answerDateOrder } from '@/features/file-intake/commands/answer-date-order'
import { importFiles } from '@/features/file-intake/imports/import-files'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { receiveFile } from '@/features/file-intake/imports/receive-file'
import { takeAnswered } from '@/features/file-intake/imports/take-answered'
import { takeOverStaged } from '@/features/file-intake/imports/take-over-staged'
import { findImport } from '@/features/file-intake/queries/find-import'
import { findImportReport } from '@/features/file-intake/queries/find-import-report'
import { useTestDatabase } from '../database'
import { takeFile, takeMasterData } from '../take-file'

const database = await useTestDatabase()
beforeAll(async () => void (await takeMasterData()))
afterAll(closeReaders)

const claims = (...rows: string[]) => `Claim Number,Claim Date,Deduction Code,Claim Amount\n${rows.join('\n')}\n`
const detailOf = async (id: string) => {
  const detail = await findImport(specialist, id)
  if (!detail) throw new Error('no such import')
  return detail
}
const daysOf = (batchId: string) =>
  database
    .query<{ day: string }>('select claimed_on::text as day from portal_claim where batch_id = $1 order by claim_number', [batchId])
    .then((rows) => rows.map(({ day }) => day))

describe('dates that fit both orders', () => {
  test('are asked about when nothing says who sent the file, and the answer reads the next one by itself', async () => {
    const first = await takeFile('upload-1.csv', claims('Q-1,03/04/2024,24,12.00', 'Q-2,05/06/2024,24,8.00'))
    expect(first).toMatchObject({ status: 'waiting', reason: 'intake/date-order-open', rows: { accepted: 0 } })
    expect((await detailOf(first.id)).open_dates?.columns).toEqual([
      {
        title: 'Claim Date',
        samples: [
          { text: '03/04/2024', monthFirst: '2024-03-04', dayFirst: '2024-04-03' },
          { text: '05/06/2024', monthFirst: '2024-05-06', dayFirst: '2024-06-05' },
        ],
      },
    ])
    expect(await takeAnswered(specialist, { batchId: first.id, order: 'day-first' })).toEqual([first.id])
    expect(await detailOf(first.id)).toMatchObject({ state: 'done', date_order: 'day-first', date_order_because: 'answer' })
    // The rows name no customer and no folder does: they are kept for correction, read as was said.
    expect(
      await database.query("select values ->> 'claimedOn' as day from import_row where batch_id = $1 order by row_no", [first.id]),
    ).toEqual([{ day: '2024-04-03' }, { day: '2024-06-05' }])

    const next = await takeFile('upload-2.csv', claims('Q-3,07/08/2024,24,12.00'))
    expect(await detailOf(next.id)).toMatchObject({ state: 'done', date_order: 'day-first', date_order_because: 'answer' })
    await expect(answerDateOrder(specialist, { batchId: first.id, order: 'month-first' })).rejects.toMatchObject({
      code: 'file-intake/not-waiting',
    })
    const warehouse = { ...specialist, roles: ['warehouse'] } as const
    await expect(answerDateOrder(warehouse, { batchId: first.id, order: 'month-first' })).rejects.toThrow(Refusal)
  })

  test('of an upload are taken over with the answer, unless a person wants to see the rows first', async () => {
    const upload = (path: string) => receiveFile(specialist, { path, bytes: Buffer.from(open(path)), way: 'browser' }, { isPreview: true })
    const open = (path: string) => `Debit Memo Number,DM Date,Claim Type,Claim Amount\n${path},03/04/2024,Shortage Claim,12.00\n`
    const [meant, shown] = [await upload('up-1.csv'), await upload('up-2.csv')]
    expect(await takeOverStaged(specialist, [meant.id])).toEqual([])
    await takeAnswered(specialist, { batchId: meant.id, order: 'day-first' })
    expect([(await detailOf(meant.id)).state, (await detailOf(shown.id)).state]).toEqual(['done', 'staged'])
  })

  test('are read as is usual where the customer is, until files of the sender prove the other order', async () => {
    const usual = await takeFile('portal/R01/a.csv', claims('A-1,03/04/2024,24,12.00'))
    expect(usual.findings).toEqual([])
    expect(await detailOf(usual.id)).toMatchObject({ state: 'done', date_order: 'month-first', date_order_because: 'customer' })
    expect(await daysOf(usual.id)).toEqual(['2024-03-04'])

    const proof = await takeFile('portal/R01/b.csv', claims('B-1,25/04/2024,24,12.00'))
    expect(await detailOf(proof.id)).toMatchObject({ date_order: 'day-first', date_order_because: 'values' })
    const next = await takeFile('portal/R01/c.csv', claims('C-1,03/04/2024,24,12.00'))
    expect(await detailOf(next.id)).toMatchObject({ date_order: 'day-first', date_order_because: 'same-header' })
    expect(await daysOf(next.id)).toEqual(['2024-04-03'])
  })

  test('wait when the customer and the file contradict each other, and are read when its other files decide, whatever came first', async () => {
    const open = 'Claim ID,Created,Claim Type,Claim Amount\nX-1,03/04/2024,Shortage Claim,$12.00\n'
    const proof = 'Debit Memo,DM Date,Reason,Extended Cost\nY-1,25/12/2024,SHT,12.00\n'
    const files = [
      ['portal/R02/a.csv', open.replace('$12.00', 'USD 12.00')],
      ['portal/R02/b.csv', proof],
    ] as const
    const taken = await importFiles(
      specialist,
      files.map(([path, text]) => ({ path, way: 'api', content: async () => Buffer.from(text) })),
    )
    const reports = await findImportReport(
      specialist,
      taken.map(({ id }) => id),
    )
    expect(reports.map(({ file, status }) => ({ file, status }))).toEqual(files.map(([file]) => ({ file, status: 'done' })))
    const first = taken[0]?.id ?? ''
    expect(await detailOf(first)).toMatchObject({ date_order: 'day-first', date_order_because: 'sender' })
    expect(await daysOf(first)).toEqual(['2024-04-03'])
  })
})
