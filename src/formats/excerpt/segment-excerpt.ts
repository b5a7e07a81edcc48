import type { Sought } from '@/core/place-in-file'
import { readEdifact } from '../edifact/read-edifact'
import { X12Tokenizer } from '../x12/tokenize-x12'
import type { X12Segment } from '../x12/x12-segment'
import { type Excerpt, Neighbours } from './excerpt'
import { NearestLine } from './nearest-line'
import { cellHolding } from './sought-value'

type Bytes = () => AsyncIterable<Uint8Array>

/** The X12 segment of the same document that holds a value, nearest to a position; null when the position's own does, or none. */
export async function x12PositionOf(bytes: Bytes, position: string, field: string, sought: Sought): Promise<string | null> {
  const nearest = new NearestLine<string>(sought, field)
  let isOver = false
  const tokenizer = new X12Tokenizer({
    wanted: 'all',
    onSegment: (segment) => {
      if (isOver) return
      if (segment.id === 'ST') nearest.startDocument()
      nearest.pass({ place: segment.position, tag: segment.id, cells: segment.elements }, segment.position === position)
      isOver = nearest.isFound || (segment.id === 'SE' && nearest.isPast)
    },
  })
  for await (const chunk of bytes()) {
    tokenizer.push(chunk)
    if (isOver) break
  }
  if (!isOver) tokenizer.end()
  return nearest.isPast ? nearest.elsewhere : null
}

/** The X12 segment at a position ('interchange 1 segment 12'), read as the bytes come; `field` as the standard names elements: 'BEG03'. */
export async function x12Excerpt(
  bytes: Bytes,
  position: string,
  { field, sought }: { field: string; sought: Sought | null },
): Promise<Excerpt | null> {
  const near = new Neighbours<X12Segment>((segment) => segment.position === position)
  const tokenizer = new X12Tokenizer({ wanted: 'all', onSegment: (segment) => near.offer(segment) })
  for await (const chunk of bytes()) {
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
    cell: id === meant.id && element !== undefined ? Number(element) : sought && cellHolding(meant.elements, sought),
  }
}

/** The EDIFACT segment at a position ('interchange 1 segment 12'), or the one of its message that holds the value. Envelope segments are no part of a message and are not shown. */
export function edifactExcerpt(
  bytes: Uint8Array,
  position: string,
  { field, sought }: { field: string; sought: Sought | null },
): Excerpt | null {
  const { interchanges, service } = readEdifact(bytes)
  const cellsOf = (elements: readonly (readonly string[])[]) => elements.map((components) => components.join(service?.component ?? ':'))
  const messages = interchanges.flatMap((interchange) => interchange.messages)
  const nearest = sought === null ? null : new NearestLine<string>(sought, field)
  const own = messages.find(({ segments }) => segments.some((segment) => segment.position === position))
  for (const segment of own?.segments ?? []) {
    const cells = cellsOf(segment.elements)
    nearest?.pass({ place: segment.position, tag: cells[0] ?? '', cells }, segment.position === position)
  }
  const meant = nearest?.elsewhere ?? position
  const near = new Neighbours<(typeof messages)[number]['segments'][number]>((segment) => segment.position === meant)
  for (const message of messages) for (const segment of message.segments) near.offer(segment)
  if (near.meant === null) return null
  return {
    unit: 'segment',
    titles: null,
    separator: service?.element ?? '+',
    lines: near.lines.map(({ index, elements, byteOffset }) => ({ number: index, cells: cellsOf(elements), byteOffset })),
    meant: near.meant.index,
    cell: sought && cellHolding(cellsOf(near.meant.elements), sought),
  }
}
