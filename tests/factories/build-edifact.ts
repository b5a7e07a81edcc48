import type { EdifactMessage } from '@/formats/edifact/edifact-segment'
import { readEdifact } from '@/formats/edifact/read-edifact'

/** One UNB … UNZ around messages given as type and segments without terminators; counts and references agree. */
export function buildEdifact(messages: string[][]): string {
  const bodies = messages.flatMap(([type = 'ORDERS', ...segments], index) => [
    `UNH+${index + 1}+${type}:D:96A:UN`,
    ...segments,
    `UNT+${segments.length + 2}+${index + 1}`,
  ])
  return ['UNB+UNOC:3+4000001:14+4000002:14+240110:0830+R77', ...bodies, `UNZ+${messages.length}+R77`]
    .map((segment) => `${segment}'`)
    .join('\n')
}

/** The first message of an invented interchange, as readers of messages get it. */
export function buildMessage(...message: string[]): EdifactMessage {
  const [first] = readEdifact(Buffer.from(buildEdifact([message]), 'latin1')).interchanges[0]?.messages ?? []
  if (!first) throw new Error('no message was read')
  return first
}
