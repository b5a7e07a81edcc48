import { buildMessage } from '@tests/factories/build-edifact'
import { describe, expect, it } from 'vitest'
import { readEdifactOrdrsp } from './read-edifact-ordrsp'

const ADDRESSES = { sender: '4000001', receiver: '4000002' }
const line = (number: number, action: string, ...rest: string[]) => [`LIN+${number}+${action}+04000001:SRV`, ...rest]

function confirmed(...segments: string[]) {
  const { rows, rejected } = readEdifactOrdrsp(buildMessage('ORDRSP', 'BGM+231+C9+9+AC', 'DTM+137:20240111:102', ...segments), ADDRESSES)
  return {
    rows: rows.map(({ values: v }) => [v['poNumber'], v['line'], v['status'], v['quantity'], v['priceMicros']]),
    rejected,
    first: rows[0],
  }
}

describe('ORDRSP', () => {
  it('confirms line by line in the words of the order acknowledgement', () => {
    const { rows, first } = confirmed(
      'RFF+ON:45118',
      ...line(1, '5', 'QTY+21:12:PCE', 'PRI+AAA:6.61'),
      ...line(2, '3', 'QTY+21:12:PCE', 'QTY+113:8:PCE'),
      ...line(3, '7', 'QTY+21:12:PCE'),
      ...line(4, '', 'QTY+21:6:PCE', 'PRI+AAA:150:::100'),
    )
    expect(rows).toEqual([
      ['45118', '1', 'IA', '12', '6610000'],
      ['45118', '2', 'IQ', '8', null],
      ['45118', '3', 'IR', '12', null],
      ['45118', '4', 'IC', '6', '1500000'],
    ])
    expect(first).toMatchObject({ position: 'interchange 1 segment 6', values: { confirmedOn: '2024-01-11', setControl: '1' } })
  })

  it('without an order or without lines is kept for correction', () => {
    expect(confirmed(...line(1, '5', 'QTY+21:12:PCE')).rejected).toMatchObject([
      { problem: { field: 'RFF', code: 'order-number-missing' } },
    ])
    expect(confirmed('RFF+ON:45118').rejected).toMatchObject([{ problem: { field: 'LIN', code: 'lines-missing' } }])
  })
})
