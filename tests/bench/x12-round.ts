import { createReadStream } from 'node:fs'
import { type X12Segment as NodeX12Segment, X12Parser } from 'node-x12'
import { X12parser } from 'x12-parser'
import { streamX12 } from '@/formats/x12/stream-x12'

/** What one reader made of the file: the sums prove that all did the same work. */
export type X12Round = {
  /** Processor time, so that what else runs on the machine does not count. */ processorSeconds: number
  paidCents: number
  lines: number
  memoryMb: number
}

/** Reads the file once with the named reader, adding up RMR04; run in a process of its own so that memory is its own. */
const [reader = '', path = ''] = process.argv.slice(2)
const sum = { paidCents: 0, lines: 0, lastPosition: '' }

// The file writes two decimals everywhere, so cents are the digits; reading is measured here, not money.
function add(amount: string | undefined): void {
  sum.paidCents += Number((amount ?? '').replace('.', ''))
  sum.lines += 1
}

// Ours likes larger chunks; the peers are fastest with the stream's own size.
const READERS: Record<string, () => Promise<void>> = {
  async ours() {
    const onSegment = (segment: { elements: readonly string[]; position: string }) => {
      add(segment.elements[4])
      sum.lastPosition = segment.position
    }
    await streamX12(createReadStream(path, { highWaterMark: 262_144 }), { wanted: new Set(['RMR']), onSegment })
  },
  async 'node-x12'() {
    const segments: AsyncIterable<NodeX12Segment> = createReadStream(path).pipe(new X12Parser())
    for await (const segment of segments) if (segment.tag === 'RMR') add(segment.valueOf(4))
  },
  async 'x12-parser'() {
    const segments: AsyncIterable<Record<string, string>> = createReadStream(path).pipe(new X12parser())
    for await (const segment of segments) if (segment['name'] === 'RMR') add(segment['4'])
  },
}

const before = process.cpuUsage()
await READERS[reader]?.()
const { user, system } = process.cpuUsage(before)
const round: X12Round = {
  processorSeconds: (user + system) / 1_000_000,
  paidCents: sum.paidCents,
  lines: sum.lines,
  memoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
}
process.stdout.write(JSON.stringify(round))
