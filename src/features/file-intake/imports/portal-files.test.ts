import { describe, expect, it } from 'vitest'
import { readCsv } from '@/formats/csv/read-csv'
import type { ReadFile, StagedRow } from '@/formats/staged-row'
import { asLongTable } from '@/formats/table'
import { TABLE_READERS } from './readers'

async function read(path: string, content: string) {
  const table = readCsv(content)
  const reader = TABLE_READERS.find((candidate) => candidate.recognises(table))
  const rows: StagedRow[] = []
  const rejected: ReadFile['rejected'] = []
  const into = {
    add: (row: StagedRow) => void rows.push(row),
    reject: (row: (typeof rejected)[number]) => void rejected.push(row),
    room: async () => undefined,
    isEmpty: () => rows.length + rejected.length === 0,
    withdraw() {
      rows.length = 0
      rejected.length = 0
    },
  }
  const end = await reader?.read(asLongTable(table), path, into, null)
  return { reader: reader?.kind, rows, rejected, end }
}

describe('remittances of a marketplace', () => {
  it('in the older form, with money signs, brackets and stars', async () => {
    const file = await read(
      'portal/C02/Payment_70011.csv',
      `"Remittance for payment 70011"

"Payment Number","70011"
"Payment Date","Mar 4, 2024"

"Invoice Number","Description","Invoice Amount","Terms Discount Taken","Amount Paid","Amount Remaining"
"90000233","Vendor invoice","$1,000.00","$20.00","$980.00*","$0.00"
"90000233SC","Shortage Claim for PO 2PABC","($453.96)","$0.00","($453.96)","*"
"90000156SCR","Reversal for Shortage Claim","$783.96","$0.00","$783.96","-"
"VCBSINV12345678","PO On-Time Accuracy","-$50.00","$0.00","-$50.00",""
"IPAPUS318545","Price protection","($10.00)","","($10.00)",""
`,
    )
    expect(file).toMatchObject({ reader: 'remittance-table', rejected: [] })
    const [advice] = file.rows
    expect(advice?.values).toMatchObject({ number: '70011', paidOn: '2024-03-04', totalMinor: '125000' })
    expect(
      (advice?.values['lines'] as { kind: string; claimNumber: string; ownCode: string }[]).map((line) => [line.kind, line.claimNumber]),
    ).toEqual([
      ['invoice', null],
      ['adjustment', '90000233SC'],
      ['credit', '90000156SC'],
      ['adjustment', 'VCBSINV12345678'],
      ['adjustment', 'IPAPUS318545'],
    ])
  })
})

describe('claims of portals', () => {
  it('shortages without a number of their own are the invoice with SC behind it', async () => {
    const file = await read(
      'portal/C02/shortages.csv',
      `Invoice Number,PO Number,ASIN,Invoiced Quantity,Received Quantity,Unit Cost,Shortage Amount,Currency
90000233,2PABC,B0INVENTED,24,20,$25.00,$100.00,USD
`,
    )
    expect(file).toMatchObject({ reader: 'portal-shortages', rejected: [] })
    expect(file.rows).toMatchObject([
      {
        kind: 'portal-claim',
        values: {
          claimNumber: '90000233SC',
          invoiceNumber: '90000233',
          customerItem: 'B0INVENTED',
          quantity: '4',
          receivedQuantity: '20',
          unitMicros: '25000000',
          amountMinor: '10000',
          codeText: 'Shortage claim',
          customerHint: 'C02',
        },
      },
    ])
  })

  it('chargebacks of a marketplace', async () => {
    const file = await read(
      'portal/C02/chargebacks.csv',
      `Issue ID,Creation Date,Issue Type,Sub-type,Purchase Order,Quantity,Financial Charge
CB00123,2024-03-05,On-time,PO On-Time Accuracy,2PABC,12,"$1,036.50"
`,
    )
    expect(file.rows).toMatchObject([
      {
        values: {
          claimNumber: 'CB00123',
          claimedOn: '2024-03-05',
          code: 'On-time',
          codeText: 'PO On-Time Accuracy',
          amountMinor: '103650',
        },
      },
    ])
  })

  it('claims under microfilm numbers get the words of their codes', async () => {
    const file = await read(
      'portal/C01/apdp.csv',
      `Microfilm Number,Claim Date,Deduction Code,Invoice Number,PO Number,Store,Claim Amount,Status
004512345,03/15/2024,22,90000233,0940117,7001,150.00,Walmart Research
004512346,03/25/2024,24,90000234,0940118,7002,75.10,Supplier Action
`,
    )
    expect(file).toMatchObject({ reader: 'portal-claims', rejected: [] })
    expect(file.rows.map(({ values }) => [values['claimNumber'], values['codeText'], values['site'], values['amountMinor']])).toEqual([
      ['004512345', 'Goods billed not shipped', '7001', '15000'],
      ['004512346', 'Carton shortage, bill of lading signed short', '7002', '7510'],
    ])
  })

  it('debit memos whose codes say it themselves, and claims with several charge lines', async () => {
    expect(
      (await read('portal/C04/deductions.csv', 'Debit Memo,Debit Date,Reason Code,PO Number,Amount\nDM1,2024-03-15,A030,55,20.00\n')).rows,
    ).toMatchObject([{ values: { claimNumber: 'DM1', code: 'A030', codeText: 'Carton shortage' } }])
    const charges = await read(
      'portal/C05/disputes.csv',
      `Dispute ID,Invoice Number,Charge Code,Charge Description,Deduction Amount,Status
D1,90000233,S1,Shortage,60.00,Home Depot Research
D1,90000233,F1,Freight,40.00,Supplier Action
`,
    )
    expect(charges.rows.map(({ values }) => [values['claimNumber'], values['code'], values['amountMinor']])).toEqual([
      ['D1', 'S1', '6000'],
      ['D1', 'F1', '4000'],
    ])
  })
})
