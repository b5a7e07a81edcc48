/** One segment to be written: its id and elements; empty elements at the end are left out. */
export type SegmentDraft = readonly (string | number)[]

export type X12Sending = {
  senderId: string
  receiverId: string
  /** The instant of sending; ISA and GS carry it in UTC. */
  at: Date
  /** Interchange, group and set share one number, as there is one set. 1 to 999999999. */
  control: number
  /** Functional group of the set: 'PR' for an 855. */
  group: string
  set: string
  segments: readonly SegmentDraft[]
}

/**
 * One transaction set in its own interchange of release 004010, `*` between elements and `~` with a line feed after segments.
 * Delimiters inside texts become blanks, as the standard has no escape. Source: X12.5, X12.6, 004010.
 */
export function writeX12({ senderId, receiverId, at, control, group, set, segments }: X12Sending): string {
  const day = at.toISOString().slice(0, 10).replaceAll('-', '')
  const time = at.toISOString().slice(11, 16).replace(':', '')
  const number = String(control).padStart(9, '0')
  const blank = ' '.repeat(10)
  const all: SegmentDraft[] = [
    [
      'ISA',
      '00',
      blank,
      '00',
      blank,
      'ZZ',
      partner(senderId),
      'ZZ',
      partner(receiverId),
      day.slice(2),
      time,
      'U',
      '00401',
      number,
      '0',
      'P',
      '>',
    ],
    ['GS', group, senderId, receiverId, day, time, control, 'X', '004010'],
    ['ST', set, '0001'],
    ...segments,
    ['SE', segments.length + 2, '0001'],
    ['GE', 1, control],
    ['IEA', 1, number],
  ]
  return all.map((segment) => `${written(segment)}~\n`).join('')
}

function partner(id: string): string {
  return id.slice(0, 15).padEnd(15)
}

function written(segment: SegmentDraft): string {
  const texts = segment.map((element, at) =>
    at === 0
      ? String(element)
      : String(element)
          .replace(/[*~>\r\n]/g, ' ')
          .slice(0, 80),
  )
  // ISA has a fixed form: none of its blanks are left out.
  if (texts[0] === 'ISA') return [...texts.slice(0, -1), '>'].join('*')
  return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1).join('*')
}
