import { buildMessage } from '@tests/factories/build-edifact'
import { expect, it } from 'vitest'
import { readEdifactOrderChanges } from './read-edifact-order-changes'

const ADDRESSES = { sender: '4000001', receiver: '4000002' }

function changes(action: string, ...segments: string[]) {
  const { rows, rejected } = readEdifactOrderChanges(
    buildMessage('ORDCHG', `BGM+230+CH9+${action}`, 'DTM+137:20260304:102', ...segments),
    ADDRESSES,
  )
  return {
    rows: rows.map(({ values: v }) => [v['poNumber'], v['changedOn'], v['line'], v['code'], v['quantityNew'], v['priceMicrosNew']]),
    rejected,
  }
}

it('an ORDCHG changes, adds and deletes lines; lines without action say nothing', () => {
  const { rows } = changes(
    '4',
    'RFF+ON:45118',
    'LIN+1+3+04000001:SRV',
    'QTY+21:48:PCE',
    'LIN+2+4+04000002:SRV',
    'QTY+21:6:PCE',
    'LIN+3+2+04000003:SRV',
    'LIN+4+1+04000004:SRV',
    'QTY+21:12:PCE',
    'PRI+AAA:9.90',
  )
  expect(rows).toEqual([
    ['45118', '2026-03-04', '1', 'CA', '48', null],
    ['45118', '2026-03-04', '3', 'DI', null, null],
    ['45118', '2026-03-04', '4', 'AI', '12', '9900000'],
  ])
})

it('a cancelled order is one change of the whole', () => {
  expect(changes('1', 'RFF+ON:45118').rows).toEqual([['45118', '2026-03-04', '', '01', null, null]])
})

it('a change that names no order is kept as a rejected message', () => {
  expect(changes('4', 'LIN+1+3+04000001:SRV').rejected).toMatchObject([{ problem: { code: 'order-number-missing' } }])
})
