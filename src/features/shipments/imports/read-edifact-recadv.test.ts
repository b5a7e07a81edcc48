import { buildMessage } from '@tests/factories/build-edifact'
import { expect, it } from 'vitest'
import { readEdifactRecadv } from './read-edifact-recadv'

const receivedOf = (...segments: string[]) =>
  readEdifactRecadv(buildMessage('RECADV', 'BGM+632+R20+9', 'DTM+50:20240115:102', 'RFF+ON:45118', ...segments), {
    sender: null,
    receiver: null,
  }).rows[0]?.values['lines']

it.each([
  ['a count', ['QTY+48:12:PCE'], '12'],
  ['a count by the older qualifier', ['QTY+194:11:PCE'], '11'],
  ['what was not received', ['QTY+12:12:PCE', 'QTY+195:2:PCE'], '10'],
  ['a difference', ['QTY+12:12:PCE', 'QVR+-5:21+BP'], '7'],
  ['goods despatched and no word more', ['QTY+12:12:PCE'], '12'],
])('a receipt tells what arrived by %s', (_, segments, received) => {
  expect(receivedOf('LIN+1++04000001:SRV', ...segments)).toMatchObject([{ line: '1', received }])
})
