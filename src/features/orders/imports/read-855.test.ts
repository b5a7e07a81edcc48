import { buildX12 } from '@tests/factories/build-x12'
import { expect, it } from 'vitest'
import { readX12, setsOf } from '@/formats/x12/read-x12'
import { read855 } from './read-855'

function confirmed(...segments: string[]) {
  const [first] = setsOf(readX12(Buffer.from(buildX12([['855', 'BAK*00*AD*45118*20240103*****20240105', ...segments]]))))
  if (!first) throw new Error('the file holds no set')
  const { rows } = read855(first.set, { sender: 'A', receiver: 'B', release: '004010', groupControl: '395', sentAt: null })
  return rows.map(({ values }) => [values['line'], values['status'], values['quantity']])
}

it('promises the units that come: of several answers to one line those that are neither back ordered nor rejected', () => {
  expect(confirmed('PO1*1*12*EA*3.61', 'ACK*IA*5*EA', 'ACK*IB*7*EA')).toEqual([['1', 'IB', '5']])
  expect(confirmed('PO1*1*12*EA*3.61', 'ACK*IR*12*EA')).toEqual([['1', 'IR', '12']])
})

it('takes the line where the answer states no quantity, and the whole answer where a line has none', () => {
  expect(confirmed('PO1*1*12*EA*3.61', 'ACK*IA', 'PO1*2*6*EA*3.61')).toEqual([
    ['1', 'IA', '12'],
    ['2', 'AD', '6'],
  ])
})
