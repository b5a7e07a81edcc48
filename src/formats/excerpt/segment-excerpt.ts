import { readEdifact } from '../edifact/read-edifact'
import { X12Tokenizer } from '../x12/tokenize-x12'
import type { X12Segment } from '../x12/x12-segment'
import { type Excerpt, Neighbours } from './excerpt'

/** The X12 segment at a position ('interchange 1 segment 12'), read as the bytes come; `field` as the standard names elements: 'BEG03'. */
export async function x12Excerpt(bytes: AsyncIterable<Uint8Array>, position: string, field: string): Promise<Excerpt | null> {
  const near = new Neighbours<X12Segment>((segment) => segment.position === position)
  const tokenizer = new X12Tokenizer({ wanted: 'all', onSegment: (segment) => near.offer(segment) })
  for await (const chunk of bytes) {
    tokenizer.push(chunk)
    if (near.isComplete) break
  }
  if (!near.isComplete) tokenizer.end()
  const meant = near.meant
  if (meant === null) return null
  const [, id, element] = /^([A-Z0-9]{2,3})(\d{2})$/.exec(field) ?? []
  return {
    unit: 'segment',
    titles: null,
    separator: '*',
    lines: near.lines.map(({ index, elements, byteOffset }) => ({ number: index, cells: elements, byteOffset })),
    meant: meant.index,
    cell: id === meant.id && element !== undefined ? Number(element) : null,
  }
}

/** The EDIFACT segment at a position ('interchange 1 segment 12'). Envelope segments are no part of a message and are not shown. */
export function edifactExcerpt(bytes: Uint8Array, position: string): Excerpt | null {
  const { interchanges, service } = readEdifact(bytes)
  const near = new Neighbours<{ position: string; index: number; elements: readonly (readonly string[])[]; byteOffset: number }>(
    (segment) => segment.position === position,
  )
  for (const interchange of interchanges)
    for (const message of interchange.messages) for (const segment of message.segments) near.offer(segment)
  if (near.meant === null) return null
  return {
    unit: 'segment',
    titles: null,
    separator: service?.element ?? '+',
    lines: near.lines.map(({ index, elements, byteOffset }) => ({
      number: index,
      cells: elements.map((components) => components.join(service?.component ?? ':')),
      byteOffset,
    })),
    meant: near.meant.index,
    cell: null,
  }
}
