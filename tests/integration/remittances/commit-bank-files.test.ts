import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { useTestDatabase } from '../database'
import { takeFile, takeMasterData } from '../take-file'

const database = await useTestDatabase()
beforeAll(async () => {
  await takeMasterData()
  await takeFile('sap/vf05.csv', BILLING)
})
afterAll(closeReaders)

const BILLING = `Bill. Doc.,Item,Bill. Date,Sold-to,Sales Doc.,Delivery,Material,Billed Qty,SU,Gross Price,Net Value,Curr.
90000912,10,01/25/2024,500001,10001,80001,5000001,10,EA,100.00,1000.00,USD
900009130000000017,10,01/25/2024,700002,10002,80002,5000001,5,EA,100.00,500.00,USD
`
const remittances = () =>
  database.query(
    `select r.number, c.code, r.account_key as account, r.source, r.total_minor::text as total, r.computed_minor::text as computed
     from remittance r join customer c on c.id = r.customer_id order by r.number, r.source`,
  )

const digits = (value: number, width: number) => String(value).padStart(width, '0')
const LOCKBOX = [
  '100031001234 1220999990240312 0830',
  '20310012341220999990          080',
  '50010000068751240312',
  `6001001${digits(98_000, 10)}02100002100012345670000004711`,
  `40010016019${'90000912'.padEnd(16)}${digits(100_000, 10)}${digits(2_000, 10)}022`,
  `6001002${digits(50_000, 10)}02100002100012345670000000881`,
  `40010026019${'9000091300000000'.padEnd(16)}${digits(50_000, 10)}${digits(0, 10)}   `,
  `70010000068751240312002${digits(148_000, 10)}`,
  `80000000068751240312${digits(2, 4)}${digits(148_000, 10)}`,
  `9${digits(10, 6)}`,
].join('\r\n')

test('cheques of a lockbox are money in and advices of the customer whose invoices they pay', async () => {
  const report = await takeFile('bank/lockbox.txt', LOCKBOX)
  expect(report).toMatchObject({ kind: 'bank-lockbox', rows: { accepted: 4, rejected: 0 }, findings: [{ code: 'reference/respelt' }] })
  expect(await remittances()).toEqual([
    { number: '4711', code: 'R01', account: '500001', source: 'lockbox', total: '98000', computed: '98000' },
    { number: '881', code: 'D01', account: '700002', source: 'lockbox', total: '50000', computed: '50000' },
  ])
  expect(
    await database.query(`select kind, own_code as code, deducted_minor::text as taken from remittance_line where deducted_minor > 0`),
  ).toEqual([{ kind: 'adjustment', code: '022', taken: '2000' }])
  expect(await database.query(`select amount_minor::text as amount, payment_key as key from bank_entry order by key`)).toEqual([
    { amount: '98000', key: '4711' },
    { amount: '50000', key: '881' },
  ])
})

test('a profile that an administrator wrote says where a bank types deductions', async () => {
  process.env['RECOUP_LOCKBOX_PROFILES'] = 'docs/lockbox-profiles.json'
  const moved = LOCKBOX.replace(`${digits(2_000, 10)}022`, `  ${digits(2_000, 8)}022`).replace('0000004711', '0000004712')
  const report = await takeFile('bank/lockbox-moved.txt', moved)
  delete process.env['RECOUP_LOCKBOX_PROFILES']
  expect(report).toMatchObject({ kind: 'bank-lockbox', findings: [] })
  expect(
    await database.query(`select deducted_minor::text as taken, own_code as code from remittance_line l join remittance r on r.id = l.remittance_id
      where r.number = '4712' and deducted_minor > 0`),
  ).toEqual([{ taken: '2000', code: '022' }])
})

test('sixteen places of a longer invoice number find that invoice', async () => {
  expect(
    await database.query(`select l.reference, l.reference_key as key from remittance_line l where l.reference like '900009130%'`),
  ).toEqual([{ reference: '9000091300000000', key: '900009130000000017' }])
})

/** A cheque of a bank that lists invoices and no amounts. */
const bareCheque = (number: string, minor: number, ...invoices: string[]) =>
  [
    '100031001234 1220999990240312 0830',
    '50010000068751240312',
    `6001001${digits(minor, 10)}0210000210001234567${number.padStart(10, '0')}`,
    `40010016019${invoices.map((invoice) => invoice.padEnd(16)).join('')}`,
    `70010000068751240312001${digits(minor, 10)}`,
    '',
  ].join('\r\n')
const linesOf = (number: string) =>
  database.query(
    `select l.kind, l.reference, l.paid_minor::int as paid, l.deducted_minor::int as taken from remittance_line l
     join remittance r on r.id = l.remittance_id where r.number = $1 order by l.line_no`,
    [number],
  )

test('a cheque that lists invoices without amounts pays what is open of them, and is short by one residual', async () => {
  await takeFile(
    'sap/vf05-more.csv',
    `${BILLING.split('\n')[0]}\n90000920,10,01/25/2024,500001,10003,80003,5000001,4,EA,100.00,400.00,USD\n90000921,10,01/25/2024,500001,10004,80004,5000001,6,EA,100.00,600.00,USD\n`,
  )
  expect(await takeFile('bank/bare-1.txt', bareCheque('7001', 97_500, '90000920', '90000921'))).toMatchObject({ findings: [] })
  expect(await linesOf('7001')).toEqual([
    { kind: 'invoice', reference: '90000920', paid: 40_000, taken: 0 },
    { kind: 'invoice', reference: '90000921', paid: 60_000, taken: 0 },
    { kind: 'adjustment', reference: null, paid: -2_500, taken: 2_500 },
  ])
  expect((await remittances()).find(({ number }) => number === '7001')).toMatchObject({ total: '97500', computed: '97500', code: 'R01' })
})

test('a cheque over invoices that were paid before is kept with them, and a person is asked', async () => {
  const report = await takeFile('bank/bare-2.txt', bareCheque('7002', 100_000, '90000920', '90000921'))
  expect(report.findings).toMatchObject([{ code: 'remittance/amounts-open' }])
  expect(await linesOf('7002')).toMatchObject([
    { reference: '90000920', paid: 0 },
    { reference: '90000921', paid: 0 },
  ])
  expect(await takeFile('bank/bare-2-again.txt', `${bareCheque('7002', 100_000, '90000920', '90000921')}\r\n`)).toMatchObject({
    rows: { accepted: 0, duplicate: 2 },
  })
})

const camt = (id: string, endToEnd: string, more = '') => `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn><Ntfctn><Id>${id}</Id><Acct><Id><IBAN>DE71</IBAN></Id></Acct>
<Ntry><Amt Ccy="USD">960.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2024-03-12</Dt></BookgDt><AcctSvcrRef>BK${id}234</AcctSvcrRef>
<NtryDtls><TxDtls><Refs><EndToEndId>${endToEnd}</EndToEndId></Refs><Amt Ccy="USD">960.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>
<RltdPties><Dbtr><Pty><Nm>Pinewood Stores</Nm></Pty></Dbtr></RltdPties><RmtInf><Strd><RfrdDocInf><Nb>90000912</Nb></RfrdDocInf><RfrdDocAmt>
<DuePyblAmt Ccy="USD">1000.00</DuePyblAmt><AdjstmntAmtAndRsn><Amt Ccy="USD">40.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Rsn>SHORT</Rsn></AdjstmntAmtAndRsn>
</RfrdDocAmt></Strd></RmtInf></TxDtls></NtryDtls></Ntry>${more}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`

test('a notification of the bank carries the deductions that its payer stated', async () => {
  const report = await takeFile('bank/camt054.xml', camt('N1', 'E2E-9'))
  expect(report).toMatchObject({ kind: 'bank-camt054', rows: { accepted: 2, rejected: 0 }, findings: [] })
  expect((await remittances()).find(({ number }) => number === 'E2E-9')).toMatchObject({ code: 'R01', source: 'bank', total: '96000' })
  expect(
    await database.query(`select own_code as code, deducted_minor::text as taken, applies_to as invoice, is_netted as netted
      from remittance_line l join remittance r on r.id = l.remittance_id where r.number = 'E2E-9' and l.kind = 'adjustment'`),
  ).toEqual([{ code: 'SHORT', taken: '4000', invoice: '90000912', netted: true }])
})

test('a booking that was notified comes on the statement as the same money', async () => {
  const statement = camt('N1', 'E2E-9')
    .replace('camt.054', 'camt.053')
    .replaceAll('BkToCstmrDbtCdtNtfctn', 'BkToCstmrStmt')
    .replaceAll('Ntfctn>', 'Stmt>')
    .replace(/<RmtInf>[^]*<\/RmtInf>/, '<RmtInf><Ustrd>90000912</Ustrd></RmtInf>')
  expect(await takeFile('bank/camt053.xml', statement)).toMatchObject({ kind: 'bank-camt053', rows: { accepted: 0, duplicate: 1 } })
  expect(await database.query(`select count(*)::int as entries from bank_entry where reference = 'BKN1234'`)).toEqual([{ entries: 1 }])
})

test("the bank's copy never replaces the customer's own advice", async () => {
  const advice = `Payment Number,Payment Date,Invoice Number,Invoice Amount,Amount Paid
70012,03/12/2024,90000912,1000.00,960.00
`
  await takeFile('portal/R01/advice.csv', advice)
  const report = await takeFile('bank/camt054-again.xml', camt('N2', '70012'))
  expect(report).toMatchObject({ rows: { accepted: 1, duplicate: 1 } })
  expect((await remittances()).filter(({ number }) => number === '70012')).toEqual([
    expect.objectContaining({ source: 'remittance-csv', total: '96000' }),
  ])
})
