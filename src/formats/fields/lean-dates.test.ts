import { expect, test } from 'vitest'
import { readCsv } from '../csv/read-csv'
import type { ListReader } from './list-reader'
import { readList } from './read-list'

const READER: ListReader = {
  rowKind: 'claim',
  shape: {
    kind: 'claims',
    totalField: 'amountMinor',
    currencyField: 'currency',
    fields: {
      number: { titles: 'Claim · Beleg', as: 'id', needs: 'value' },
      day: { titles: 'Date · Datum', as: 'date' },
      amountMinor: { titles: 'Amount · Betrag', as: 'amount' },
      currency: { titles: 'Currency', as: 'text' },
    },
  },
}
const leaning = (text: string) => readList(READER, readCsv(text), { customerHint: null, fileName: 'a.csv' }).openDates?.leaning

test.each([
  ['dollars lean to the month first', 'Claim,Date,Amount,Currency\nA,03/04/2024,1.00,USD\n', { order: 'month-first', because: 'currency' }],
  ['a euro sign leans to the day first', 'Claim,Date,Amount\nA,03/04/2024,€ 12.50\n', { order: 'day-first', because: 'currency' }],
  ['a decimal comma leans to the day first', 'Claim;Date;Amount\nA;03/04/2024;12,50\n', { order: 'day-first', because: 'numbers' }],
  ['German titles lean to the day first', 'Beleg;Datum;Betrag\nA;03/04/2024;12\n', { order: 'day-first', because: 'language' }],
  ['English titles say nothing', 'Claim,Date,Amount\nA,03/04/2024,12.50\n', null],
  ['dollars with a decimal comma say nothing', 'Claim;Date;Amount;Currency\nA;03/04/2024;12,50;USD\n', null],
  ['two currencies of different habits say nothing', 'Claim,Date,Amount,Currency\nA,03/04/2024,1.00,USD\nB,03/04/2024,1.00,EUR\n', null],
])('%s', (_name, text, expected) => {
  expect(leaning(text)).toEqual(expected)
})
