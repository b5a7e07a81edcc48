import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCsv } from '../csv/read-csv'
import type { ReadFile, StagedRow } from '../staged-row'
import { asLongTable } from '../table'
import type { ListReader } from './list-reader'
import { readList, readLongList } from './read-list'

const CLAIMS: ListReader = {
  rowKind: 'claim',
  shape: {
    kind: 'claims',
    totalField: 'amountMinor',
    fields: {
      number: { titles: 'Claim', as: 'id', needs: 'value' },
      day: { titles: 'Date', as: 'date' },
      paidOn: { titles: 'Paid', as: 'date' },
      quantity: { titles: 'Qty', as: 'quantity' },
      amountMinor: { titles: 'Amount', as: 'amount' },
      gross: { titles: 'Gross', as: 'amount' },
    },
  },
  stageRow: (row, facts) => ({ kind: 'claim', position: row.position, values: { ...row.values, isNegated: facts.isMostlyNegative } }),
}
const HERE = { customerHint: null, fileName: 'claims.csv' }

/** Reads the table as if only so many of its first rows had been looked at. */
async function readFrom(text: string, sampleRows: number): Promise<ReadFile> {
  const table = asLongTable(readCsv(text, { delimiter: ';' }))
  let rows: StagedRow[] = []
  let rejected: ReadFile['rejected'] = []
  const end = await readLongList(CLAIMS, { ...table, sample: table.sample.slice(0, sampleRows) }, HERE, {
    add: (row) => void rows.push(row),
    reject: (row) => void rejected.push(row),
    room: async () => undefined,
    isEmpty: () => rows.length + rejected.length === 0,
    withdraw: () => {
      rows = []
      rejected = []
    },
  })
  return { ...end, rows, rejected }
}

const date = fc.constantFrom('01/02/2024', '03/04/2024', '31/01/2024', '01/31/2024', '2024-01-05', '', '?')
const amount = fc.constantFrom('1', '12', '1.234', '1,234', '1.5', '2,5', '-3.25', '-7', '1.234,50', '1,234.50', '', 'xx')
const row = fc.tuple(date, date, amount, amount, amount).map((cells) => `C;${cells.join(';')}`)

test('a list reads the same however few of its rows were looked at before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 3, maxLength: 12 }), fc.nat(4), async (lines, sampleRows) => {
      const text = `Claim;Date;Paid;Qty;Amount;Gross\nA;01/01/2024;;1;1;1\n${lines.join('\n')}\n`
      expect(await readFrom(text, sampleRows)).toEqual(readList(CLAIMS, readCsv(text, { delimiter: ';' }), HERE))
    }),
    { numRuns: 400 },
  )
})
