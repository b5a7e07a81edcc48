import { buildX12 } from '@tests/factories/build-x12'
import { expect, test } from 'vitest'
import { readX12, setsOf } from '@/formats/x12/read-x12'
import { read852 } from './read-852'

function read(segments: readonly string[]) {
  const [first] = [...setsOf(readX12(Buffer.from(buildX12([['852', ...segments]]))))]
  if (!first) throw new Error('no set')
  return read852(first.set, { sender: 'RETAILER', receiver: 'SUPPLIER', release: '00401', groupControl: '395', sentAt: null })
}

test('stock on hand is a report of its store for the last day of the period', () => {
  const { rows } = read([
    'XQ*H*20240210*20240216',
    'N1*BY*Pinewood*92*6092',
    'LIN**UP*860009000017*VN*SC-10*IN*771',
    'ZA*QS*3*EA',
    'ZA*QA*68*EA',
  ])
  expect(rows).toMatchObject([
    {
      kind: 'stock-report',
      values: { reportedOn: '2024-02-16', location: '6092', upc: '860009000017', vendorPart: 'SC-10', quantity: '68', sender: 'RETAILER' },
    },
  ])
})

test('a report without a day is rejected', () => {
  expect(read(['XQ*H', 'LIN**VN*SC-10', 'ZA*QA*1*EA']).rejected).toMatchObject([{ problem: { code: 'report-day-missing' } }])
})
