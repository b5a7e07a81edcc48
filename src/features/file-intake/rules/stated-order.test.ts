import { buildX12 } from '@tests/factories/build-x12'
import { expect, test } from 'vitest'
import { statedOrder } from './stated-order'

test('an X12 file was made when its interchange says so, whatever its separators', () => {
  const set = [['850', 'BEG*00*SA*1**20240301']]
  expect(statedOrder(buildX12(set), 'orders_20260101.edi')).toBe('interchange 20240312T134500 00000000000395')
  expect(statedOrder(buildX12(set, { element: '|', terminator: '\n' }), 'x')).toBe('interchange 20240312T134500 00000000000395')
})

test('an EDIFACT file and an IDoc say it in their own places', () => {
  expect(statedOrder("UNA:+.? 'UNB+UNOC:3+A:14+B:14+260314:0905+77'", 'x')).toBe('interchange 20260314T090500 00000000000077')
  expect(statedOrder('<IDOC><EDI_DC40><DOCNUM>12</DOCNUM><CREDAT>20260314</CREDAT><CRETIM>090507</CRETIM>', 'x')).toBe(
    'interchange 20260314T090507 00000000000012',
  )
})

test('a list was made on the day in its name; one without a day says nothing', () => {
  expect(statedOrder('Sales Doc.|Item', 'sap/VA05_20260131.txt')).toBe('name 20260131')
  expect(statedOrder('Sales Doc.|Item', 'sap/VA05.txt')).toBeNull()
  expect(statedOrder('ISA is a savings account', 'x')).toBeNull()
})

test('later files sort after earlier ones, the control number decides within a minute', () => {
  const at = (day: string, control: string) => statedOrder(`UNB+UNOC:3+A+B+${day}:0905+${control}'`, 'x') ?? ''
  expect([at('260401', '1'), at('260314', '10'), at('260314', '9')].sort()).toEqual([
    at('260314', '9'),
    at('260314', '10'),
    at('260401', '1'),
  ])
})
