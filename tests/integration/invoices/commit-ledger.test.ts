import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { useTestDatabase } from '../database'
import { takeFile, takeMasterData } from '../take-file'

const database = await useTestDatabase()
beforeAll(async () => void (await takeMasterData()))
afterAll(closeReaders)

const HEADER =
  'Customer;Assignment;Reference;DocumentNo;Ty;Doc. Date;Pstng Date;Net due;PK;Amount in doc. curr.;Curr.;Clrng doc.;Clearing;RCd;Text'
const list = (...rows: string[]) => [HEADER, ...rows, ''].join('\n')
const RESIDUAL = '500001;CLM-7;90000007;1400000010;DZ;03/15/2024;03/15/2024;03/15/2024;06;348.20;USD'
const items = () =>
  database.query(
    `select document_key, amount_minor::text as amount, clearing_key, cleared_on::text as cleared, reason_code, version from ledger_item order by document_key, id`,
  )

test('an open item that is cleared later stays one item and keeps its open state as a version', async () => {
  await takeFile('open.csv', list(`${RESIDUAL};;;06;Residual CLM-7`))
  expect(await items()).toEqual([
    { document_key: '1400000010', amount: '34820', clearing_key: null, cleared: null, reason_code: '06', version: 1 },
  ])
  const cleared = await takeFile('cleared.csv', list(`${RESIDUAL};1400000099;04/20/2024;06;Residual CLM-7`))
  expect(cleared).toMatchObject({ rows: { accepted: 1 }, changed: 1 })
  expect(await items()).toEqual([
    { document_key: '1400000010', amount: '34820', clearing_key: '1400000099', cleared: '2024-04-20', reason_code: '06', version: 2 },
  ])
})

test('the next snapshot repeats old items as duplicates, and an older one opens nothing again', async () => {
  const report = await takeFile(
    'open-next-day.csv',
    list(`${RESIDUAL};;;06;Residual CLM-7`, '500001;4500009;90000009;90000009;RV;03/20/2024;03/20/2024;05/04/2024;01;1,067.20;USD;;;;'),
  )
  expect(report.rows).toMatchObject({ accepted: 1, duplicate: 1 })
  expect((await items())[0]).toMatchObject({ clearing_key: '1400000099', version: 2 })
})

test('equal items of one list are distinct items, and importing the list twice adds none', async () => {
  const credit = '500001;RGA-1;RGA-1;1800000001;DG;05/01/2024;05/01/2024;05/01/2024;11;10.00-;USD;;;;Credit'
  await takeFile('credits.csv', list(credit, credit))
  const again = await takeFile('credits.csv', `${list(credit, credit)}\n`)
  expect(again.rows).toMatchObject({ accepted: 0, duplicate: 2 })
  expect(await database.query(`select occurrence, amount_minor::text as amount from ledger_item where kind = 'DG' order by 1`)).toEqual([
    { occurrence: 1, amount: '-1000' },
    { occurrence: 2, amount: '-1000' },
  ])
})

test('a Chinese list in UTF-16 with tabs reads the same', async () => {
  const rows = [
    '客户\t分配\t参照\t凭证编号\t类型\t凭证日期\t过账日期\t净到期日\t记账码\t凭证货币金额\t货币\t清账凭证\t清账日期\t原因代码\t文本',
    '500003\tFK58\tFK58\t1400000055\tDZ\t2024-03-12\t2024-03-12\t2024-03-12\t15\t-23734.06\tCNY\t1400000055\t2024-03-12\t\tPayment FK58',
  ]
  const report = await takeFile('ledger.tsv', Buffer.from(`\ufeff${rows.join('\r\n')}\r\n`, 'utf16le'))
  expect(report).toMatchObject({ kind: 'sap-fbl5n', rows: { accepted: 1 }, totals: { computed: '-23734.06' } })
})

test('masked amounts, impossible days and unknown accounts are rejected with their field; the rest goes in', async () => {
  const report = await takeFile(
    'bad.csv',
    list(
      '500001;A;B;71;DZ;03/15/2024;03/15/2024;03/15/2024;06;xx.xx;USD;;;;',
      '500001;A;B;72;DZ;02/30/2024;03/15/2024;03/15/2024;06;1.00;USD;;;;',
      '999999;A;B;73;DZ;03/15/2024;03/15/2024;03/15/2024;06;1.00;USD;;;;',
      '500001;=1+1;B;74;DZ;03/15/2024;03/15/2024;03/15/2024;06;1.00;USD;;;;',
    ),
  )
  expect(report.rows).toMatchObject({ read: 4, accepted: 1, rejected: 3 })
  expect(report.findings.map(({ position, field, code }) => [position, field, code]).toSorted()).toEqual([
    ['row 2', 'amountMinor', 'table/unreadable-number'],
    ['row 3', 'documentOn', 'table/unreadable-date'],
    ['row 4', 'row', 'intake/unknown-customer'],
  ])
  expect(await database.query(`select assignment from ledger_item where document_key = '74'`)).toEqual([{ assignment: '=1+1' }])
})
