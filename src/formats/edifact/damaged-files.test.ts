import { buildEdifact } from '@tests/factories/build-edifact'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EdifactSegment } from './edifact-segment'
import { inspectEdifact } from './inspect-edifact'
import { readEdifact } from './read-edifact'

const MESSAGES = [
  [
    'ORDERS',
    'BGM+220+45118+9',
    'DTM+137:20240110:102',
    "FTX+AAI+++It?'s 5?+5 ??",
    'LIN+1++04000001:SRV',
    'QTY+21:12:PCE',
    'PRI+AAA:150:::100',
    'UNS+S',
  ],
  ['REMADV', 'BGM+481+ZA77', 'DOC+380+9001', 'MOA+9:100.00', 'MOA+12:90.00', 'AJT+4', 'MOA+165:-10.00', 'UNS+S', 'MOA+12:90.00'],
  ['INVOIC', 'BGM+380+9001+9', 'ALC+A++++DI', 'MOA+204:5.00', 'LIN+1++04000001:SRV', 'MOA+203:100.00', 'UNS+S', 'MOA+77:95.00'],
  ['DESADV', 'BGM+351+80001+9', 'CPS+1', 'GIN+BJ+008600040000210009', 'LIN+1++04000001:SRV', 'QTY+12:12:PCE'],
  ['ORDRSP', 'BGM+231+C9+9+AC', 'RFF+ON:45118', 'LIN+1+3+04000001:SRV', 'QTY+113:8:PCE'],
  ['RECADV', 'BGM+632+R20+9', 'LIN+1++04000001:SRV', 'QTY+12:12:PCE', 'QVR+-5:21+BP'],
]

/** A file in one of the layouts the trade sends, with a few bytes removed, replaced or added anywhere. */
const damagedFile = fc
  .tuple(
    fc.constantFrom('\n', '\r\n', ''),
    fc.constantFrom('', '\uFEFF', "UNA:+.? '", "UNA:+,? '\r\n", 'Dear supplier,\n'),
    fc.array(
      fc.record({
        at: fc.nat(1500),
        remove: fc.nat(5),
        insert: fc.oneof(
          fc.uint8Array({ maxLength: 4 }),
          fc.constantFrom("'", '?', '+', ':', 'UNA', 'UNB+', 'UNH+', 'UNT', "UNZ'", '\n', '\uFEFF', 'ü').map((text) => Buffer.from(text)),
        ),
      }),
      { maxLength: 6 },
    ),
  )
  .map(([lineEnd, start, edits]) => {
    const text = start + buildEdifact(MESSAGES).replaceAll('\n', lineEnd)
    return edits.reduce(
      (bytes, { at, remove, insert }) => Buffer.concat([bytes.subarray(0, at), insert, bytes.subarray(at + remove)]),
      Buffer.from(text),
    )
  })

describe('damaged files', () => {
  it('never stop the reader', () => {
    fc.assert(
      fc.property(damagedFile, (bytes) => {
        expect(inspectEdifact(bytes).documents.length).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 300, seed: 9735 },
    )
  })

  it('lose no byte: what is in no segment is a separator, a blank, an advice or reported', () => {
    fc.assert(
      fc.property(damagedFile, (bytes) => {
        const segments: EdifactSegment[] = []
        const { problems } = readEdifact(bytes, (segment) => segments.push(segment))
        if (problems.some(({ code }) => code === 'not-edifact')) return
        const isReported = problems.some(({ code }) => code === 'text-before-envelope')
        let reached = isReported ? (segments[0]?.byteOffset ?? 0) : 0
        for (const segment of segments) {
          expect(segment.byteOffset).toBeGreaterThanOrEqual(reached)
          const gap = bytes.toString('latin1', reached, segment.byteOffset).replace(/UNA[^]{6}/g, '')
          const printed = gap.replace(/[\s\u0000\u00a0]|\xef\xbb\xbf/g, '')
          expect(printed.length, `${printed} before segment ${segment.index}`).toBeLessThanOrEqual(1)
          reached = segment.byteOffset + segment.byteLength
        }
        expect(bytes.toString('latin1', reached).replace(/UNA[^]{6}|\s|\u0000|\u00a0/g, '').length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 300, seed: 9736 },
    )
  })

  it('of pure noise are reported as no EDIFACT', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const { documents, findings } = inspectEdifact(bytes)
        expect(documents.length + findings.length).toBeGreaterThanOrEqual(1)
      }),
      { numRuns: 200, seed: 9737 },
    )
  })
})
