import { expect, test } from 'vitest'
import { idsOfFileName } from './ids-of-file-name'
import { readPaper } from './read-papers'

const file = (path: string) => ({ path, bytes: new Uint8Array() })

test('the driver counts on a bill of lading, and every fact has its line', () => {
  const lines = [
    'STRAIGHT BILL OF LADING',
    'Bill of lading: 08600040000001799',
    'PRO number: 1904062256',
    'Cartons: 13',
    'Driver count: 12 CTN',
  ]
  const [paper] = readPaper([lines], file('bol/x.pdf')).rows
  expect(paper?.values).toMatchObject({
    documentKind: 'bill-of-lading',
    number: '08600040000001799',
    state: 'text',
    facts: { cartonsPrinted: 13, piecesShipped: 12, countBy: 'driver', pro: '1904062256', citations: { driverCount: 'page 1 line 5' } },
  })
})

test.each([
  ['pod/202403/20240318-155628453-delivery-receipt.pdf', 'proof-of-delivery', '155628453'],
  ['bol/BLKF_1079807941_20240229.pdf', 'bill-of-lading', '1079807941'],
])('a scan %s is kept as %s with the PRO of its name', (path, kind, pro) => {
  const [paper] = readPaper([[]], file(path)).rows
  expect(paper?.values).toMatchObject({ documentKind: kind, state: 'needs-reading', facts: { pro, piecesReceived: null } })
})

test('a PDF that is no paper of ours is kept without facts', () => {
  expect(readPaper([['Meeting notes of the third quarter']], file('notes.pdf'))).toMatchObject({
    kind: 'paper',
    rows: [{ values: { facts: null } }],
  })
})

test('numbers of a file name: no dates, a bill of lading by its check digit', () => {
  expect(idsOfFileName('a/BLKF-BOL-08600040000001799.pdf')).toEqual([{ idKind: 'bol', idText: '08600040000001799' }])
  expect(idsOfFileName('a/20240318.pdf')).toEqual([])
  expect(idsOfFileName('rga/RGA240031.pdf')).toEqual([{ idKind: 'rga', idText: 'RGA240031' }])
})

test.each([
  [
    [
      'Northern Trail Freight (NRTL)',
      'FREIGHT INVOICE',
      'Invoice no: NT-99817',
      'PRO number: 302786171',
      'Customer PO: 4500001',
      'Invoice date: 03/20/2024',
      'Total charges: $1,145.20',
    ],
    { carrier: null },
  ],
  [
    [
      'FREIGHT BILL',
      'Carrier: Northern Trail (NRTL)',
      'Bill no: NT-99817',
      'PRO number: 302786171',
      'Bill of lading: 08600040000001799',
      'Date: 03/20/2024',
      'Total charges: $1,145.20',
    ],
    {
      carrier: 'NRTL',
      number: 'NT-99817',
      pro: '302786171',
      bol: '08600040000001799',
      billedOn: '2024-03-20',
      amountMinor: '114520',
      currency: 'USD',
    },
  ],
  [
    [
      'FRACHTRECHNUNG',
      'Spediteur: Nordweg (NRDW)',
      'Rechnungsnummer: 77120',
      'Sendungsnummer: 302786171',
      'Rechnungsdatum: 20.03.2024',
      'Gesamtbetrag: 1.145,20 EUR',
    ],
    { carrier: 'NRDW', number: '77120', pro: '302786171', billedOn: '2024-03-20', amountMinor: '114520', currency: 'EUR' },
  ],
  [
    ['运费账单', '承运商：顺达物流 (SDWL)', '账单号：SD-2024-118', '运单号：302786171', '日期：2024-03-20', '总金额：¥1145.20'],
    { carrier: 'SDWL', number: 'SD-2024-118', pro: '302786171', billedOn: '2024-03-20', amountMinor: '114520', currency: 'CNY' },
  ],
])('a freight bill in any of our languages is the proof that the carrier was paid: %j', (lines, values) => {
  const { kind, rows } = readPaper([lines], file('x.pdf'))
  expect(kind).toBe('freight-bill')
  expect(rows[0]?.values).toMatchObject({ documentKind: 'freight-bill', number: '302786171', facts: null })
  if (values.carrier === null) expect(rows).toHaveLength(1)
  else expect(rows[1]).toMatchObject({ kind: 'freight-bill', values })
})

test.each([
  [['PROMOTION AGREEMENT', 'Agreement no: PA-2024-0117', 'Customer: Harbor & Pine']],
  [['Aktionsvereinbarung', 'Vereinbarung Nr. PA-2024-0117', 'Kunde: Kaufhof Nord']],
  [['促销协议', '协议编号：PA-2024-0117', '客户：山城电器']],
])('a promotion agreement is kept under its number: %j', (lines) => {
  const [paper] = readPaper([lines], file('x.pdf')).rows
  expect(paper?.values).toMatchObject({
    documentKind: 'promotion-agreement',
    number: 'PA-2024-0117',
    links: [expect.objectContaining({ idKind: 'agreement', idText: 'PA-2024-0117' })],
  })
})

test.each([
  [['Ablieferbeleg', 'Sendungsnummer: 302786171', 'Empfangen von: K. Lind'], 'proof-of-delivery'],
  [['签收单', '运单号：302786171', '实收箱数：10'], 'proof-of-delivery'],
  [['Frachtbrief', 'Ladeschein Nr. 0860004', 'Kartons: 13'], 'bill-of-lading'],
  [['提单', '提单号：08600040000001799'], 'bill-of-lading'],
  [['退货授权书', '退货授权号：RGA240018'], 'return-authorisation'],
  [['DELIVERY RECEIPT', 'Freight bill: 8013077368'], 'proof-of-delivery'],
])('%j is a %s', (lines, kind) => {
  expect(readPaper([lines], file('x.pdf')).kind).toBe(kind)
})
