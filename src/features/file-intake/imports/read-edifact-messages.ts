import type { Problem } from '@/core/problem'
import type { EdifactMessage } from '@/formats/edifact/edifact-segment'
import { type MessageReader, rejectedMessage } from '@/formats/edifact/message-reading'
import { readEdifact } from '@/formats/edifact/read-edifact'
import type { SetReading } from '@/formats/x12/set-reading'
import { addTotals, type DocumentTotals } from './add-totals'
import { nameUnread } from './name-unread'
import type { ReadSummary } from './reading'
import type { RowSink } from './row-sink'

type EdifactReading = Pick<ReadSummary, 'kind' | 'totals' | 'sums' | 'problems' | 'waiting'>

/** Reads an EDIFACT file message by message; each message counts equal rows anew. */
export function readEdifactMessages(bytes: Uint8Array, sink: RowSink, readers: Readonly<Record<string, MessageReader>>): EdifactReading {
  const file = readEdifact(bytes)
  const problems: Problem[] = [...file.problems]
  const totals: DocumentTotals[] = []
  const counts = new Map<string, number>()
  for (const interchange of file.interchanges) {
    for (const message of interchange.messages) {
      counts.set(message.type, (counts.get(message.type) ?? 0) + 1)
      const reading = readOne(message, readers[message.type], interchange)
      if (reading === null) continue
      sink.startDocument()
      for (const row of reading.rows) sink.add(row)
      for (const rejected of reading.rejected) sink.reject(rejected)
      problems.push(...reading.problems)
      if (reading.totals) totals.push({ ...reading.totals, kind: `edifact-${message.type.toLowerCase()}` })
    }
  }
  const isKnown = [...counts.keys()].some((type) => readers[type])
  problems.push(...nameUnread(counts, readers, 'UNH02'))
  const [mostly = 'unknown'] = [...counts].sort((a, b) => b[1] - a[1]).map(([type]) => type.toLowerCase())
  return { kind: `edifact-${mostly}`, ...addTotals(totals), problems, waiting: isKnown ? null : 'intake/kind-waits' }
}

/** A message that the file cuts off is rejected: half a remittance is no remittance. */
function readOne(
  message: EdifactMessage,
  reader: MessageReader | undefined,
  { sender, receiver }: { sender: string | null; receiver: string | null },
): SetReading | null {
  if (!reader) return null
  if (message.segments.at(-1)?.tag === 'UNT') return reader(message, { sender, receiver })
  return {
    rows: [],
    rejected: [rejectedMessage(message, 'UNT', 'message-cut-off', 'the file ends inside this message')],
    problems: [],
  }
}
