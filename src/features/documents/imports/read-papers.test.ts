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
