import { buildX12 } from '@tests/factories/build-x12'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inspectX12 } from './inspect-x12'
import { streamX12 } from './stream-x12'
import { X12Tokenizer } from './tokenize-x12'
import type { X12Segment } from './x12-segment'

const REMITTANCE = [
  '820',
  'BPR*I*90.00*C*ACH',
  'TRN*3*77',
  'ENT*1',
  'ADX*-10.00*57*CM*C1',
  'RMR*IV*9001*PO*100.00*100.00',
  'REF*PO*0045118',
]
const GROCERY = [
  ['880', 'G01*20240312*9001**45118', 'G17*10*CA*10.00*008600040036', 'G72*97*02***-.50', 'G31*10*CA', 'G33*9500'],
  ['857', 'BHT*0010*00*N77*20240320', 'HL*1**S', 'REF*IV*9001', 'HL*2*1*I', 'IT1*1*10*EA*10.00', 'TDS*10000'],
  ['824', 'BGN*11*A9*20240313', 'OTI*TR*IV*9001*****395*0001*810', 'TED*007*Price missing'],
  ['864', 'BMG*00', 'MIT*M12*Notice', 'MSG*Claim 881204 for invoice 90001646'],
  ['867', 'BPT*00*R9*20240131', 'PTD*SD', 'QTY*32*5*EA', 'LIN**UP*8600', 'UIT*EA*10.00'],
]
const SETS = [
  ...GROCERY,
  ['850', 'BEG*00*SA*0045118**20240310', 'N1*ST*Häfen Street 12*92*6070', 'PO1*1*12*EA*3.61**UP*860004003663', 'CTT*1', 'AMT*TT*43.32'],
  REMITTANCE,
  ['810', 'BIG*20240312*9001', 'IT1*1*12*EA*3.61', 'SAC*A*C310***100', 'TDS*4232'],
]

async function* chunked(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function segmentsOf(bytes: Buffer, chunkSize: number) {
  const segments: X12Segment[] = []
  const totals = await streamX12(chunked(bytes, chunkSize), { wanted: 'all', onSegment: (segment) => segments.push(segment) })
  return { segments, totals }
}

function segmentsAtOnce(bytes: Buffer) {
  const segments: X12Segment[] = []
  const tokenizer = new X12Tokenizer({ wanted: 'all', onSegment: (segment) => segments.push(segment) })
  tokenizer.push(bytes)
  return { segments, totals: tokenizer.end() }
}

const style = fc.record({
  element: fc.constantFrom('*', '|', '^', '~'),
  terminator: fc.constantFrom('', '§', "'", '\\', '\u001c'),
  lineEnd: fc.constantFrom('', '\n', '\r\n'),
  padding: fc.constantFrom('', ' ', '\u00A0'),
})

/** A file with a few bytes removed, replaced or added anywhere: what transmission and hand editing do. */
const damagedFile = fc
  .tuple(
    style,
    fc.array(
      fc.record({
        at: fc.nat(2400),
        remove: fc.nat(5),
        insert: fc.oneof(
          fc.uint8Array({ maxLength: 4 }),
          fc
            .constantFrom('~', '\n', '*', 'ISA*', 'GS*', 'ST*850*', 'SE*', 'IEA*', 'TA1*', 'DXS*', '\uFEFF', ' ', '\r\n')
            .map((text) => Buffer.from(text)),
        ),
      }),
      { maxLength: 6 },
    ),
  )
  .map(([written, edits]) => {
    const text = buildX12(SETS, { ...written, lineEnd: written.terminator === '' && written.lineEnd === '' ? '\n' : written.lineEnd })
    return edits.reduce(
      (bytes, { at, remove, insert }) => Buffer.concat([bytes.subarray(0, at), insert, bytes.subarray(at + remove)]),
      Buffer.from(text),
    )
  })

describe('damaged files', () => {
  it('never stop the reader', () => {
    fc.assert(
      fc.property(damagedFile, (bytes) => {
        expect(inspectX12(bytes).documents.length).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 400, seed: 820 },
    )
  })

  it('lose no byte: what is in no segment is a separator, a blank or reported', () => {
    fc.assert(
      fc.property(damagedFile, (bytes) => {
        const { segments, totals } = segmentsAtOnce(bytes)
        expect(totals.bytes).toBe(bytes.length)
        const isReported = totals.problems.some((problem) =>
          ['not-x12', 'text-before-envelope', 'text-after-header'].includes(problem.code),
        )
        let reached = 0
        for (const segment of segments) {
          expect(segment.byteOffset).toBeGreaterThanOrEqual(reached)
          if (!isReported) expectOnlySeparators(bytes.subarray(reached, segment.byteOffset), segments)
          reached = segment.byteOffset + segment.byteLength
        }
        expect(reached).toBeLessThanOrEqual(bytes.length)
      }),
      { numRuns: 400, seed: 850 },
    )
  })

  it('read the same in one piece and in chunks of any size', async () => {
    await fc.assert(
      fc.asyncProperty(damagedFile, fc.integer({ min: 1, max: 300 }), async (bytes, chunkSize) => {
        expect(await segmentsOf(bytes, chunkSize)).toEqual(segmentsAtOnce(bytes))
      }),
      { numRuns: 200, seed: 810 },
    )
  })

  it('of pure noise are reported as no X12', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const { documents, findings } = inspectX12(bytes)
        expect(documents.length + findings.length).toBeGreaterThanOrEqual(bytes.some((byte) => byte > 32) ? 1 : 0)
      }),
      { numRuns: 200, seed: 997 },
    )
  })
})

/** Between segments stand terminators, blanks, byte-order marks and non-breaking blanks only. */
function expectOnlySeparators(gap: Buffer, segments: readonly X12Segment[]): void {
  const printed = gap.toString('utf8').replace(/[\u0000-\u0020\uFEFF\u00A0]/g, '')
  expect([...printed].length, `${printed} after ${segments.length} segments`).toBeLessThanOrEqual(1)
}

describe('large files', () => {
  it('decode only what is wanted, and count everything', async () => {
    const bytes = Buffer.from(buildX12(Array.from({ length: 500 }, () => REMITTANCE)))
    const seen: string[] = []
    const totals = await streamX12(chunked(bytes, 1000), { wanted: new Set(['RMR']), onSegment: (segment) => seen.push(segment.position) })
    expect(seen).toHaveLength(500)
    expect(seen.at(-1)).toBe(`interchange 1 segment ${2 + 500 * 8 - 2}`)
    expect(totals).toMatchObject({ bytes: bytes.length, interchanges: 1, groups: 1, sets: 500, segments: 4 + 500 * 8, problems: [] })
  })

  it('cut a segment that lost its terminator instead of keeping it all in memory', async () => {
    const endless = Buffer.concat([Buffer.from(buildX12([])), Buffer.alloc(3_000_000, 'A')])
    const totals = await streamX12(chunked(endless, 65_536), { wanted: new Set(), onSegment: () => undefined })
    expect(totals.problems.map((problem) => problem.code)).toContain('segment-too-long')
  })
})
