import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '@/core/actor'
import { findDeductions } from '@/features/deductions/commands/find-deductions'
import { triageDeductions } from '@/features/deductions/commands/triage-deductions'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { useTestDatabase } from '../database'
import { takeFile, takeMasterData } from '../take-file'

const database = await useTestDatabase()
const robot = systemActor('triage')
afterAll(closeReaders)
beforeAll(async () => {
  await takeMasterData()
  await takeFile('master/dispute_windows.csv', 'customer,type,days,anchor\nR01,default,90,payment\nR01,shortage,30,payment\n')
}, 60_000)

type Files = readonly (readonly [path: string, text: string])[]
/** The same story told with other numbers each time: '#' is the digit that tells the tellings apart. */
const told = (telling: number, text: string) => text.replaceAll('#', String(telling))

const RULER = '-'.repeat(150)
const HEADER =
  '|Bill. Doc.|Item  |Bill. Date|Sold-to   |Sales Doc.|Delivery  |Material   |Billed Qty|SU |Gross Price  |Allowance    |Net Value      |Curr.|Purchase Order No.  |'
const line = (invoice: string, quantity: string, net: string) =>
  `|${invoice}  |    10|01/25/2024|500001    |11#00002  |80#00002  |5000002    |${quantity.padStart(10)}|EA |        20.90|         0.00|${net.padStart(15)}|USD  |45#0077             |`
const list = (...lines: string[]) =>
  ['List of Billing Documents      Page 1', 'Company code US01', '', RULER, HEADER, RULER, ...lines, RULER, ''].join('\r\n')
const FIRST = line('90#00002', '48', '1,003.20')
const SECOND = line('90#00003', '24', '501.60')

const REMITTANCE = `Remittance advice
Payment Number,7#011
Payment Date,03/04/2024
Payment Amount,"$1,274.74"

Invoice Number,Payment Number,Invoice Date,Transaction Type,Transaction Description,Reference Details,Original Invoice Number,Invoice Amount,Invoice Currency,Withholding Amount,Terms Discount Taken,Amount Paid,Remaining Amount
90#00002,7#011,01/25/2024,Invoice,Vendor invoice,PO 45#0077,,"$1,003.20",USD,,$20.06,$983.14,$0.00
90#00003,7#011,01/25/2024,Invoice,Vendor invoice,PO 45#0077,,$501.60,USD,,$0.00,$501.60,$0.00
90#00002SC,7#011,02/26/2024,Deduction,Shortage Claim,PO 45#0077,90#00002,($125.40),USD,,$0.00,($125.40),$0.00
90#00003SC,7#011,02/26/2024,Deduction,Shortage Claim,PO 45#0077,90#00003,($84.60),USD,,$0.00,($84.60),$0.00
Total,,,,,,,,,,,"$1,274.74",
`
const CLAIM_HEAD = 'Debit Memo,DM Date,Reason,Reason Text,PO,Vendor Invoice,Location,SKU,Quantity,Unit Cost,Extended Cost,RGA/Agreement\n'
const CLAIMS = [
  '90#00002SC,02/26/2024,SHT,Carton shortage,45#0077,90#00002,7001,PW-772,6,20.90,125.40,\n',
  '90#00003SC,02/26/2024,SHT,Carton shortage,45#0077,90#00003,7001,PW-772,4,21.15,84.60,\n',
] as const

const WHOLE: Files = [
  ['sap/vf05-#.txt', list(FIRST, SECOND)],
  ['portal/R01/remittance-#.csv', REMITTANCE],
  ['portal/R01/claims-#.csv', `${CLAIM_HEAD}${CLAIMS[0]}${CLAIMS[1]}`],
]
const SPLIT: Files = [
  ['portal/R01/claims-#b.csv', `${CLAIM_HEAD}${CLAIMS[1]}`],
  ['sap/vf05-#b.txt', list(SECOND)],
  ['portal/R01/remittance-#.csv', REMITTANCE],
  ['portal/R01/claims-#a.csv', `${CLAIM_HEAD}${CLAIMS[0]}`],
  ['sap/vf05-#a.txt', list(FIRST)],
]

async function judge(): Promise<void> {
  await findDeductions(robot, {})
  await triageDeductions(robot)
}

async function tell(telling: number, files: Files, options: { judgesBetween?: boolean } = {}): Promise<void> {
  for (const [path, text] of files) {
    await takeFile(told(telling, path), told(telling, text))
    if (options.judgesBetween) await judge()
  }
  await judge()
}

/** Everything that was found and said of one telling, in words that do not depend on its digit. */
async function verdicts(telling: number): Promise<unknown[]> {
  const rows = await database.query<Record<string, string>>(
    `select d.claim_number, d.invoice_number, d.category, d.amount_minor::text, d.verdict, d.because, d.recoverable_minor::text, d.missing::text, d.deadline_on::text,
       (select string_agg(s.kind, ' ' order by s.kind) from deduction_source s where s.deduction_id = d.id) as sources
     from deduction d where d.payment_number = $1 order by d.claim_number nulls last, d.amount_minor`,
    [`7${telling}011`],
  )
  return rows.map((row) => JSON.parse(JSON.stringify(row).replaceAll(`90${telling}0000`, '90#0000')) as unknown)
}

test('the order of files, splitting them and sending them again change no deduction and no verdict', async () => {
  await tell(1, WHOLE)
  const expected = await verdicts(1)
  expect(expected.length).toBeGreaterThanOrEqual(2)
  await tell(2, [...WHOLE].reverse(), { judgesBetween: true })
  expect(await verdicts(2)).toEqual(expected)
  await tell(3, SPLIT)
  expect(await verdicts(3)).toEqual(expected)
  const counts = async () => database.query('select (select count(*) from deduction)::int as d, (select count(*) from verdict)::int as v')
  const before = await counts()
  await tell(
    1,
    WHOLE.map(([path, text]) => [path.replace('#', '#-again'), `${text}\n`] as const),
  )
  expect(await verdicts(1)).toEqual(expected)
  expect(await counts()).toEqual(before)
}, 180_000)
