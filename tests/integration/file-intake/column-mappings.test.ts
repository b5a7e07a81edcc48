import { specialist } from '@tests/factories/people'
import iconv from 'iconv-lite'
import { beforeAll, describe, expect, test } from 'vitest'
import { surveyImport, tryMapping } from '@/features/file-intake/imports/look-at-import'
import { mappingOrder } from '@/features/file-intake/imports/mapping-order'
import { proposeMapping } from '@/features/file-intake/imports/propose-mapping'
import { takeMapped } from '@/features/file-intake/imports/take-mapped'
import { findWaitingAlike } from '@/features/file-intake/queries/find-mappable-import'
import { useTestDatabase } from '../database'
import { takeFile, takeMasterData } from '../take-file'
import { batchOf, unknownClaims as claims, customersByCode, mapped, surveyed } from './unknown-claims'

const database = await useTestDatabase()
let pinewood = ''
let kaufhof = ''

beforeAll(async () => {
  await takeMasterData()
  const customers = await customersByCode(database)
  pinewood = customers.get('R01') ?? ''
  kaufhof = customers.get('R02') ?? ''
})

const take = async (id: string, alsoIds: string[] = [], customerId: string | null = pinewood) =>
  takeMapped(specialist, { batchId: id, mappingId: null, version: 0, customerId, alsoIds, ...(await mapped(id)) })

const stored = (batchId: string) =>
  database.query<{ claim_number: string; claimed_on: string; amount_minor: bigint; currency: string; code: string }>(
    `select c.claim_number, c.claimed_on::text, c.amount_minor, c.currency, cu.code from portal_claim c join customer cu on cu.id = c.customer_id
      where c.batch_id = $1 order by c.claim_number`,
    [batchId],
  )

describe('a table whose columns nobody knows', () => {
  test('waits with what it looks like, is read as a person mapped it, and the next one goes through by itself', async () => {
    const first = await takeFile(
      'october.csv',
      claims('V-1001,03/04/26,LATE,4500118,150.00\nV-1002,05/04/26,ASN,4500119,75.50\nTotal,,,,225.50\n'),
    )
    expect(first).toMatchObject({ status: 'waiting', reason: 'intake/kind-unknown' })
    const { table, batch } = await surveyed(first.id)
    expect(table).toMatchObject({ headerRow: 5, rows: 2 })
    expect(table.columns.find(({ key }) => key === 'erfasst')?.dates.readings.map(({ dialect }) => dialect)).toEqual([
      'mdy-slash',
      'dmy-slash',
    ])

    const { definition, fingerprint } = await mapped(first.id)
    const preview = await tryMapping(batch, mappingOrder(definition, { customerCode: 'R01', customerAccount: null }, false), null)
    expect(preview).toMatchObject({ accepted: 2, rejectedCount: 0, sums: [{ currency: 'USD', minor: '22550' }] })
    expect(preview?.totals).toEqual({ own: '225.50', computed: '225.50', currency: 'USD' })

    expect(
      await takeMapped(specialist, {
        batchId: first.id,
        mappingId: null,
        version: 0,
        customerId: pinewood,
        alsoIds: [],
        definition,
        fingerprint,
      }),
    ).toEqual([first.id])
    expect(await batchOf(database, first.id)).toEqual({ state: 'done', reason: null, version: 1, accepted: 2 })
    expect(await stored(first.id)).toEqual([
      { claim_number: 'V-1001', claimed_on: '2026-03-04', amount_minor: '15000', currency: 'USD', code: 'R01' },
      { claim_number: 'V-1002', claimed_on: '2026-05-04', amount_minor: '7550', currency: 'USD', code: 'R01' },
    ])

    const moved = claims(
      '150.00,V-1003,07/04/26,4500120,LATE\n20.00,V-1004,08/04/26,4500121,LATE\n',
      'FORDERUNG,Vorfall,erfasst,Auftrag, Ursache ',
    )
    const next = await takeFile('november.csv', moved)
    expect(next).toMatchObject({ status: 'done', rows: { accepted: 2 } })
    expect((await stored(next.id)).map((row) => row.claimed_on)).toEqual(['2026-07-04', '2026-08-04'])
    expect(await batchOf(database, next.id)).toMatchObject({ version: 1 })
  })

  test('the same claims in other bytes add nothing', async () => {
    const again = await takeFile('again.csv', `${claims('V-1003,07/04/26,LATE,4500120,150.00\nV-1004,08/04/26,LATE,4500121,20.00\n')}\n`)
    expect(again).toMatchObject({ status: 'done', rows: { accepted: 0, duplicate: 2 } })
  })

  test('dates that prove the other order are not read by themselves', async () => {
    const other = await takeFile('december.csv', claims('V-2001,13/04/26,LATE,4500118,150.00\nV-2002,05/04/26,ASN,4500119,75.50\n'))
    expect(other).toMatchObject({ status: 'waiting', reason: 'intake/mapping-contradicted', rows: { read: 0 } })
  })

  test('files that wait with the same header are read with it too', async () => {
    const columns = 'Fall,Tag,Warum,Bestellung Nr,Abzug in USD'
    const rows = (number: string) => `${number}1,10/13/26,LATE,4500118,10.00\n${number}2,10/14/26,LATE,4500118,11.00\n`
    const one = await takeFile('a.csv', claims(rows('W-300'), columns))
    const two = await takeFile('b.csv', claims(rows('W-301'), columns))
    const { fingerprint } = await mapped(one.id)
    expect((await findWaitingAlike(specialist, one.id, fingerprint)).map(({ id }) => id)).toEqual([two.id])
    expect((await take(one.id, [two.id])).sort()).toEqual([one.id, two.id].sort())
    expect(await stored(two.id)).toHaveLength(2)
    expect(await findWaitingAlike(specialist, one.id, fingerprint)).toEqual([])
  })

  test('a mapping with something missing is refused before anything is kept', async () => {
    const batch = await takeFile(
      'missing.csv',
      claims('M-1,10/13/26,LATE,4500118,10.00\nM-2,10/14/26,A,4500118,1.00\n', 'Ding,Tag,Warum,Nummer,Geld'),
    )
    const { definition, fingerprint } = await mapped(batch.id)
    const columns = definition.columns.filter(({ field }) => field !== 'amountMinor')
    const input = {
      batchId: batch.id,
      mappingId: null,
      version: 0,
      customerId: pinewood,
      alsoIds: [],
      fingerprint,
      definition: { ...definition, columns },
    }
    await expect(takeMapped(specialist, input)).rejects.toMatchObject({
      code: 'file-intake/mapping-incomplete',
      details: { subject: 'amountMinor' },
    })
    expect(await batchOf(database, batch.id)).toMatchObject({ state: 'waiting', version: null })
    expect(await database.query('select 1 from column_mapping_version where fingerprint = $1', [fingerprint])).toEqual([])
  })
})

describe('the sender', () => {
  test('named by the folder must be the one of the mapping', async () => {
    const text = claims('V-5001,10/13/26,LATE,4500118,10.00\nV-5002,10/14/26,LATE,4500118,10.00\n')
    expect(await takeFile('portal/R02/other.csv', text)).toMatchObject({ status: 'waiting', reason: 'intake/kind-unknown' })
    const own = await takeFile('portal/R01/own.csv', `${text}\n`)
    expect(own).toMatchObject({ status: 'done' })
    expect((await stored(own.id)).map(({ code }) => code)).toEqual(['R01', 'R01'])
  })

  test('of two with the same header is asked for, unless the folder names one', async () => {
    const waiting = await database.query<{ id: string }>("select id::text from import_batch where path = 'portal/R02/other.csv'")
    await take(waiting[0]?.id ?? '', [], kaufhof)
    const text = claims('V-6001,10/13/26,LATE,4500118,10.00\nV-6002,10/14/26,LATE,4500118,10.00\n')
    expect(await takeFile('nobody.csv', text)).toMatchObject({ status: 'waiting', reason: 'intake/which-sender' })
    const theirs = await takeFile('portal/R02/theirs.csv', `${text}\n`)
    expect((await stored(theirs.id)).map(({ code }) => code)).toEqual(['R02', 'R02'])
  })
})

describe('an encoding that the bytes do not prove', () => {
  const text = (rows: string) => iconv.encode(`扣单,登记,Ursache,Auftrag,Forderung\n${rows}`, 'gb18030')

  test('is asked for with the first rows in each, remembered, and used for the next file', async () => {
    const first = await takeFile('portal/R03/一月.csv', text('K1,2026-01-05,迟到,4500118,10.00\nK2,2026-01-06,ASN,4500119,12.00\n'))
    expect(first.status).toBe('waiting')
    const { survey, batch } = await surveyed(first.id)
    expect(survey.isEncodingSure).toBe(false)
    expect(survey.encodings.find(({ encoding }) => encoding === 'GB18030')?.rows[0]).toContain('扣单')
    const chosen = await surveyImport(batch, { encoding: 'GB18030', headerRow: null })
    expect(chosen?.tables[0]?.columns.map(({ title }) => title)).toEqual(['扣单', '登记', 'Ursache', 'Auftrag', 'Forderung'])
    const [shanCheng] = await database.query<{ id: string }>("select id::text from customer where code = 'R03'")
    const { definition } = await mapped(first.id, 'GB18030')
    const columns = definition.columns.map((column, at) => ({
      ...column,
      key: chosen?.tables[0]?.columns[at]?.key ?? '',
      title: chosen?.tables[0]?.columns[at]?.title ?? '',
    }))
    await takeMapped(specialist, {
      batchId: first.id,
      mappingId: null,
      version: 0,
      customerId: shanCheng?.id ?? null,
      alsoIds: [],
      fingerprint: chosen?.tables[0]?.fingerprint ?? '',
      definition: { ...definition, columns, constants: [{ field: 'currency', value: 'CNY' }] },
    })
    expect(await batchOf(database, first.id)).toMatchObject({ state: 'done', accepted: 2 })
    const next = await takeFile('portal/R03/二月.csv', text('K3,2026-02-05,迟到,4500118,10.00\nK4,2026-02-06,ASN,4500119,12.00\n'))
    expect(next).toMatchObject({ status: 'done', rows: { accepted: 2 } })
    const [row] = await database.query<{ reason_code: string }>(
      'select code as reason_code from portal_claim where batch_id = $1 order by claim_number limit 1',
      [next.id],
    )
    expect(row?.reason_code).toBe('迟到')
  })
})

test('columns are proposed by what our records know', async () => {
  const file = await takeFile('known.csv', 'Eins,Zwei,Drei\nPW-771,R01,5.00\nPW-772,R01,6.00\n')
  const proposals = await proposeMapping(specialist, (await surveyed(file.id)).table)
  const prices = proposals.find(({ kind }) => kind === 'master-customer-items')
  expect(prices?.columns.map(({ key, field, because }) => [key, field, because])).toEqual([
    ['eins', 'customerItem', ['known']],
    ['zwei', 'customer', ['known']],
  ])
})

describe('a list that was read by itself', () => {
  const titles = 'Claim Number,Claim Date,Deduction Code,Reference,Claim Amount'
  const rows = (...lines: string[]) => `${titles}\n${lines.join('\n')}\n`

  test('is mapped anew by a person: what it brought is taken back, and the next ones are read as was said', async () => {
    const first = await takeFile('portal/R01/known.csv', rows('K-1,03/25/2024,24,4500118,12.00'))
    expect(first).toMatchObject({ status: 'done', rows: { accepted: 1 } })
    const { definition, fingerprint } = await mapped(first.id)
    const order = definition.columns.map((column) => (column.title === 'Reference' ? { ...column, field: 'poNumber' } : column))
    const [anew = ''] = await takeMapped(specialist, {
      batchId: first.id,
      mappingId: null,
      version: 0,
      customerId: pinewood,
      alsoIds: [],
      definition: { ...definition, columns: order },
      fingerprint,
    })
    expect(anew).not.toBe(first.id)
    expect(await batchOf(database, first.id)).toMatchObject({ state: 'undone' })
    expect(await batchOf(database, anew)).toMatchObject({ state: 'done', version: 1, accepted: 1 })
    expect(await database.query(`select po_number as po, reference from portal_claim where claim_number = 'K-1'`)).toEqual([
      { po: '4500118', reference: null },
    ])
    const next = await takeFile('portal/R01/known-2.csv', rows('K-2,03/26/2024,24,4500119,13.00'))
    expect(await batchOf(database, next.id)).toMatchObject({ state: 'done', version: 1 })
    expect(await database.query(`select po_number as po from portal_claim where claim_number = 'K-2'`)).toEqual([{ po: '4500119' }])
  })
})
