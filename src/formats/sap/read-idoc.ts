import { parseXml } from '../xml/parse-xml'
import { FLAT_FIELDS } from './idoc-fields'

/** A segment of an IDoc in document order; names without version ('E1EDK01'), fields as they stand, trimmed. */
export type IdocSegment = { name: string; fields: ReadonlyMap<string, string> }

/** One IDoc: its control record and the segments under it. */
export type Idoc = { control: ReadonlyMap<string, string>; segments: IdocSegment[] }

type OpenSegment = { name: string; fields: Map<string, string> }

/** Reads IDoc XML; several IDocs per file, extensions and unknown segments kept. Throws XmlDefect on XML that is refused or damaged. */
export async function readIdocXml(text: string): Promise<Idoc[]> {
  const segments: OpenSegment[] = []
  const open: { name: string; text: string; segment: OpenSegment | null }[] = []
  const startSegment = (name: string): OpenSegment => {
    const segment = { name, fields: new Map<string, string>() }
    segments.push(segment)
    return segment
  }
  await parseXml([text], {
    open: ({ name, attributes }) => {
      const parent = open.at(-1)
      // Without the attribute, what holds other elements is a segment.
      if (parent !== undefined && parent.segment === null && open.length > 2) parent.segment = startSegment(parent.name)
      open.push({ name, text: '', segment: attributes['SEGMENT'] === undefined ? null : startSegment(name) })
    },
    text: (piece) => {
      const current = open.at(-1)
      if (current) current.text += piece
    },
    close: () => {
      const closed = open.pop()
      const segment = open.at(-1)?.segment
      const value = closed?.text.trim() ?? ''
      if (closed !== undefined && closed.segment === null && segment && value !== '') segment.fields.set(closed.name, value)
    },
  })
  return grouped(segments)
}

const DATA_AT = 63

/** Reads a flat IDoc: fixed widths, one record per line, blanks at the end often lost. Only segments whose layout is known have fields. */
export function readIdocFlat(text: string): Idoc[] {
  const segments: IdocSegment[] = []
  for (const line of text.split(/\r\n|\n|\r/)) {
    const name = line.slice(0, 30).trim().split(/\s/)[0] ?? ''
    if (name === '') continue
    const isControl = name.startsWith('EDI_DC')
    const bare = isControl ? 'EDI_DC40' : name.replace(/^E2/, 'E1').replace(/^(E1[A-Z]+\d*?[A-Z]*\d{0,2})\d{3}$/, '$1')
    segments.push({ name: bare, fields: cut(line.slice(isControl ? 0 : DATA_AT), FLAT_FIELDS[bare] ?? []) })
  }
  return grouped(segments)
}

function cut(data: string, layout: readonly (readonly [name: string, at: number, length: number])[]): Map<string, string> {
  const fields = new Map<string, string>()
  for (const [name, at, length] of layout) {
    const value = data.slice(at, at + length).trim()
    if (value !== '') fields.set(name, value)
  }
  return fields
}

function grouped(segments: readonly IdocSegment[]): Idoc[] {
  const idocs: Idoc[] = []
  for (const segment of segments) {
    if (segment.name === 'EDI_DC40' || segment.name === 'EDI_DC') idocs.push({ control: segment.fields, segments: [] })
    else (idocs.at(-1) ?? addHeadless(idocs)).segments.push(segment)
  }
  return idocs
}

function addHeadless(idocs: Idoc[]): Idoc {
  const idoc: Idoc = { control: new Map(), segments: [] }
  idocs.push(idoc)
  return idoc
}
