import { buildX12 } from '@tests/factories/build-x12'
import { specialist } from '@tests/factories/people'
import { insertUser } from '@tests/factories/records'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/core/actor'
import { asId } from '@/core/ids'
import { decideDeduction } from '@/features/deductions/commands/decide-deduction'
import { findDeductions } from '@/features/deductions/commands/find-deductions'
import { triageDeductions } from '@/features/deductions/commands/triage-deductions'
import { confirmEncodings } from '@/features/file-intake/commands/confirm-encodings'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { findBroughtRecords } from '@/features/file-intake/queries/find-brought'
import { checkInvariants } from '@/features/reports/queries/check-invariants'
import { MONEY_INVARIANTS } from '@/features/reports/queries/invariants/money-invariants'
import { useTestDatabase } from '../database'
import { takeFile, takeMasterData } from '../take-file'
import { bytesOf, remittanceSet } from './build-papers'

const database = await useTestDatabase()
beforeAll(async () => void (await takeMasterData()))
afterAll(closeReaders)

const money = new Set(MONEY_INVARIANTS.map(({ id }) => id))
const isCoherent = async () => expect((await checkInvariants()).filter(({ id, violations }) => violations > 0 && money.has(id))).toEqual([])
const withheld = (claim: string) => [`RMR*IV*9${claim}*PI*90*100`, `ADX*-10*59*CM*9${claim}`, 'REF*6O*022', `REF*MC*${claim}`]
const payment = (number: string, control: string, claims: readonly string[]) =>
  takeFile(`edi/R01/${control}.edi`, bytesOf([remittanceSet(number, String(90 * claims.length), claims.flatMap(withheld))]))
const found = (claims: readonly string[]) =>
  database.query(
    `select d.claim_number as claim, string_agg(s.kind, ',' order by s.kind) as sources from deduction d join deduction_source s on s.deduction_id = d.id
     where d.claim_number = any($1) group by 1 order by 1`,
    [claims],
  )

test('what a changed copy of a payment does not have any more goes with its line, unless somebody worked on it', async () => {
  const person: Actor = { ...specialist, userId: asId(await insertUser(database, 'copies@example.test', ['specialist'])) }
  await payment('PAY1', 'first', ['7701', '7702', '7703'])
  await findDeductions(person, {})
  await triageDeductions(person)
  const [worked] = await database.query<{ id: string; version: number }>(`select id, version from deduction where claim_number = '7703'`)
  await decideDeduction(person, {
    deductions: [{ id: worked?.id ?? '', version: worked?.version ?? 0 }],
    decision: 'invalid',
    reason: 'Counted at the dock.',
  })
  const copy = await payment('PAY1', 'second', ['7701'])
  expect(copy).toMatchObject({ status: 'done', changed: 1 })
  expect(copy.findings).toContainEqual(
    expect.objectContaining({ code: 'remittance/line-gone', message: expect.stringContaining('worked on') }),
  )
  await findDeductions(person, {})
  expect(await found(['7701', '7702', '7703'])).toEqual([
    { claim: '7701', sources: 'remittance' },
    { claim: '7703', sources: 'manual' },
  ])
  await isCoherent()
})

test('an older copy of a claim line that comes late is turned away; a line that it alone has is new', async () => {
  const claims = (...rows: string[]) => `Claim Number,Claim Date,Deduction Code,PO Number,Claim Amount\n${rows.join('\n')}\n`
  await takeFile('portal/R01/claims_20240315.csv', claims('L-1,03/14/2024,24,P1,12.00'))
  const late = await takeFile('portal/R01/claims_20240301.csv', claims('L-1,03/14/2024,24,P1,10.00', 'L-2,02/28/2024,24,P2,5.00'))
  expect(late).toMatchObject({ rows: { accepted: 1, rejected: 1 }, changed: 0 })
  expect(late.findings).toMatchObject([{ code: 'intake/older-than-known' }])
  const newer = await takeFile('portal/R01/claims_20240401.csv', claims('L-1,03/14/2024,24,P1,11.00'))
  expect(newer).toMatchObject({ rows: { accepted: 1, rejected: 0 }, changed: 1 })
  expect(
    await database.query(
      `select claim_number as claim, amount_minor::text as amount from portal_claim where claim_number like 'L-%' order by 1`,
    ),
  ).toEqual([
    { claim: 'L-1', amount: '1100' },
    { claim: 'L-2', amount: '500' },
  ])
})

test('a memo that gives money back stands beside the claim with its sign, and is no claim itself', async () => {
  const memo = (number: string, flag: string, ...lines: string[]) => [
    '812',
    `BCD*20240311*${number}***${flag}`,
    'CUR*BY*USD',
    `N9*CM*${number}`,
    ...lines,
  ]
  const taken = await takeFile(
    'edi/R01/812.edi',
    buildX12([memo('M1', 'D', 'CDD*01*D**1000', 'CDD*01*C**250'), memo('M2', 'C', 'CDD*01***300')]),
  )
  expect(taken).toMatchObject({ rows: { accepted: 3, rejected: 0 }, findings: [] })
  expect(
    await database.query(
      `select claim_number as claim, amount_minor::text as amount from portal_claim where claim_number like 'M%' order by 1, amount_minor desc`,
    ),
  ).toEqual([
    { claim: 'M1', amount: '1000' },
    { claim: 'M1', amount: '-250' },
    { claim: 'M2', amount: '-300' },
  ])
})

test('X12 that somebody saved as UTF-16 is read like any other', async () => {
  const text = Buffer.from(bytesOf([remittanceSet('WIDE1', '90', withheld('7711'))])).toString()
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  for (const [name, wide] of [['le', bytes] as const, ['be', Buffer.from(bytes).swap16()] as const]) {
    const taken = await takeFile(`edi/R01/wide-${name}.edi`, wide)
    expect(taken).toMatchObject({ kind: 'x12-820', rows: { read: 1, rejected: 0 } })
  }
  expect(await database.query(`select version, total_minor::text as total from remittance where number = 'WIDE1'`)).toEqual([
    { version: 1, total: '9000' },
  ])
})

test('a status report that came before the receipts it sums up does not count a second time', async () => {
  const item = {
    itemSequenceNumber: '1',
    buyerProductIdentifier: 'PW-771',
    vendorProductIdentifier: 'SC-10',
    orderedQuantity: { orderedQuantity: { amount: 6, unitOfMeasure: 'Cases', unitSize: 4 } },
    receivingStatus: { receivedQuantity: { amount: 6, unitOfMeasure: 'Cases', unitSize: 4 }, lastReceiveDate: '2024-03-12T00:00:00Z' },
  }
  const status = { payload: { ordersStatus: [{ purchaseOrderNumber: 'PO77', lastUpdatedDate: '2024-03-13', itemStatus: [item] }] } }
  await takeFile('portal/R01/status.json', JSON.stringify(status))
  const counted = () =>
    database.query(
      `select r.source, sum(l.received)::text as received from counted_receipt r join receipt_line l on l.receipt_id = r.id where r.po_key = 'PO77' group by 1`,
    )
  expect(await counted()).toEqual([{ source: 'amazon-status', received: '24' }])
  const receipts =
    'Receipt No,Receipt Date,PO Number,Location,Item Number,UPC,Received Qty,UOM,BOL\nR77,03/13/2024,PO77,7001,PW-771,860009000017,24,EA,\n'
  const counts = await takeFile('portal/R01/receipts.csv', receipts)
  expect(counts).toMatchObject({ rows: { accepted: 1 } })
  // The page of the import leads to the order that the count is seen on.
  expect(await findBroughtRecords(specialist, counts.id)).toMatchObject([{ kind: 'order', text: 'PO77', key: 'PO77', customer: 'R01' }])
  expect(await counted()).toMatchObject([{ received: '24' }])
  expect(await counted()).toHaveLength(1)
})

test('an encoding that one file does not prove is sure once another file of the sender proves it', async () => {
  const receipts = (number: string, place: string, rows: number) =>
    iconv.encode(
      `收货单号,收货日期,订单号,仓库,商品编码,实收数量\n${Array.from({ length: rows }, (_, at) => `${number}${at},2024-06-02,JB1${at},${place},10000094,1\n`).join('')}`,
      'gb18030',
    )
  const doubtful = await takeFile('portal/R03/receipts_1.csv', receipts('A', '廊坊', 1))
  expect(doubtful).toMatchObject({ status: 'done' })
  const doubts = () => database.query(`select 1 from import_finding where code = 'text/encoding-guessed'`)
  expect(await doubts()).toHaveLength(doubtful.findings.some(({ code }) => code === 'text/encoding-guessed') ? 1 : 0)
  await takeFile('portal/R03/receipts_2.csv', receipts('B', '武汉市江夏区经济开发区的成品仓库，二号门', 40))
  await confirmEncodings(specialist, {})
  expect(await doubts()).toEqual([])
})
