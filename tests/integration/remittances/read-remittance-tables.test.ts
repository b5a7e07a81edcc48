import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { useTestDatabase } from '../database'
import { takeFile, takeMasterData } from '../take-file'

const database = await useTestDatabase()
beforeAll(async () => void (await takeMasterData()))
afterAll(closeReaders)

const linesOf = (number: string) =>
  database.query(
    `select l.kind, l.reference, l.claim_number as claim, l.applies_to as "appliesTo", l.paid_minor::text as paid, l.deducted_minor::text as deducted,
       l.discount_minor::text as discount, l.own_code as code
     from remittance_line l join remittance r on r.id = l.remittance_id where r.number = $1 order by l.line_no`,
    [number],
  )

const MARKETPLACE = `Remittance advice
Payment Number,70011
Payment Date,03/04/2024
Payment Amount,"$1,310.00"

Invoice Number,Payment Number,Invoice Date,Transaction Type,Transaction Description,Reference Details,Original Invoice Number,Invoice Amount,Invoice Currency,Withholding Amount,Terms Discount Taken,Amount Paid,Remaining Amount
90000233,70011,01/05/2024,Invoice,Vendor invoice,PO FDANMREC,,"$1,000.00",USD,,$20.00,$980.00,$0.00
90000233SC,70011,02/26/2024,Deduction,Shortage Claim,PO FDANMREC,90000233,($453.96),USD,,$0.00,($453.96),$0.00
90000156SCR,70011,03/01/2024,Credit,Reversal for Shortage Claim,PO NA1Q4G2V,90000156,$783.96,USD,,$0.00,$783.96,$0.00
Total,,,,,,,,,,,"$1,310.00",
`

test('a reversal gives the claim back and is no claim itself', async () => {
  const report = await takeFile('portal/R01/remittance.csv', MARKETPLACE)
  expect(report).toMatchObject({ kind: 'remittance-table', rows: { accepted: 1 }, totals: { own: '1310.00', computed: '1310.00' } })
  expect(await linesOf('70011')).toEqual([
    { kind: 'invoice', reference: '90000233', claim: null, appliesTo: null, paid: '98000', deducted: '0', discount: '2000', code: null },
    {
      kind: 'adjustment',
      reference: '90000233SC',
      claim: '90000233SC',
      appliesTo: '90000233',
      paid: '-45396',
      deducted: '45396',
      discount: '0',
      code: 'Shortage Claim',
    },
    {
      kind: 'credit',
      reference: '90000156SCR',
      claim: '90000156SC',
      appliesTo: '90000156',
      paid: '78396',
      deducted: '0',
      discount: '0',
      code: 'Shortage Claim',
    },
  ])
  expect(await database.query(`select paid_on::text as on from remittance where number = '70011'`)).toEqual([{ on: '2024-03-04' }])
})

test('the same advice sent again in other bytes is the same payment', async () => {
  const again = await takeFile('portal/R01/remittance-again.csv', `${MARKETPLACE}\n\n`)
  expect(again.rows).toMatchObject({ accepted: 0, duplicate: 1 })
})

test('an advice whose total is off keeps both totals', async () => {
  const stub =
    'CHECK STUB,128176,03/28/2024,900.00\nINVOICE,DATE,PO,GROSS,DISC,NET,CODE\n90000108,02/15/2024,0940117,900.00,0.00,900.00,\nCB-1,03/26/2024,0940117,-11.94,0.00,-11.94,ASN\nSTUB TOTAL,,,,,900.00,\n'
  const report = await takeFile('portal/R01/stub.csv', stub)
  expect(report.totals).toEqual({ own: '900.00', computed: '888.06' })
  expect(
    await database.query(
      `select total_minor::text as total, computed_minor::text as computed, method from remittance where number = '128176'`,
    ),
  ).toEqual([{ total: '90000', computed: '88806', method: 'CHK' }])
})

test('many cheques of many dealers in one file are payments of their accounts, and their claims are detailed', async () => {
  const stubs = `Dealer Account,Check No,Check Date,Document,Order No,Item,Qty,Amount,Remark
0000700001,4411,12/24/2024,90000912,D75072,,,834.96,
0000700001,4411,12/24/2024,90000912,D75072,,,-8.35,cash discount
0000700002,4411,12/24/2024,90000913,D75073,,,500.00,
0000700002,4411,12/24/2024,S534625,D75073,CH-20,12,-108.84,Carton shortage
`
  const report = await takeFile('stubs.csv', stubs)
  expect(report.rows).toMatchObject({ accepted: 3, rejected: 0 })
  expect(
    await database.query(`select account_key, total_minor::text as total from remittance where number = '4411' order by account_key`),
  ).toEqual([
    { account_key: '700001', total: '82661' },
    { account_key: '700002', total: '39116' },
  ])
  expect((await linesOf('4411')).filter((line) => line['kind'] === 'invoice')).toMatchObject([
    { paid: '82661', discount: '835' },
    { paid: '50000', discount: '0' },
  ])
  expect(await database.query(`select claim_number, quantity::text, item_id is not null as known from portal_claim`)).toEqual([
    { claim_number: 'S534625', quantity: '12', known: true },
  ])
})

test('a typed advice and a Chinese one are payments too', async () => {
  const typed = `RIDGEWAY DISTRIBUTION    PAYMENT ADVICE
Payment no: 88319     Date: 05/17/2024

Document        Our PO        Remark                                    Amount
------------------------------------------------------------------------------
90000223        PO-919531     invoice                                  1235.30
DM-40947                      RTV Merchandise return                   313.20-
    ref RGA240044  item CH-20  qty 8  @ 39.15
------------------------------------------------------------------------------
Total                                                                   922.10
`
  expect(await takeFile('advice/R01/advice.txt', typed)).toMatchObject({
    kind: 'remittance-text',
    rows: { accepted: 2 },
    totals: { own: '922.10', computed: '922.10' },
  })
  const [, taken] = await linesOf('88319')
  expect(taken).toMatchObject({ kind: 'adjustment', claim: 'DM-40947', deducted: '31320', code: 'RTV' })
  const chinese =
    '付款通知\n付款单号,FK718,付款日期,2024-09-23\n单据类型,单据编号,订单号,单据日期,应付金额,现金折扣,实付金额,扣款代码,说明\n发票,90000632,JB814,2024-07-29,10933.41,0.00,10933.41,,\n扣款,KK454,JB814,2024-09-16,-1391.82,0.00,-1391.82,RTV,退货 RGA240109\n合计,,,,,,9541.59,,\n'
  expect(await takeFile('portal/R03/remittance.csv', chinese)).toMatchObject({
    rows: { accepted: 1 },
    totals: { own: '9541.59', computed: '9541.59' },
  })
  expect(await database.query(`select currency from remittance where number = 'FK718'`)).toEqual([{ currency: 'CNY' }])
})
