import { parseXml } from '../xml/parse-xml'
import { FLAT_FIELDS } from './idoc-fields'

/** A segment of an IDoc in document order; names without version ('E1EDK01'), fields as they stand, trimmed. */
export type IdocSegment = { name: string; fields: ReadonlyMap<string, string>; position: string }

/** One IDoc: its control record and the segments under it. */
export type Idoc = { control: ReadonlyMap<string, string>; segments: IdocSegment[]; position: string }

type Fields = Map<string, string>
type OpenElement = { name: string; text: string; segment: Fields | null }

/** Reads IDoc XML; several IDocs per file, extensions and unknown segments kept. Throws XmlDefect on XML that is refused or damaged. */
export async function readIdocXml(text: string): Promise<Idoc[]> {
  const idocs = new IdocList()
  const open: OpenElement[] = []
  await parseXml([text], {
    open: ({ name, attributes }) => {
      const parent = open.at(-1)
      if (name === 'IDOC') idocs.start()
      else if (parent !== undefined && parent.segment === null && holdsFields(parent.name, open))
        parent.segment = idocs.add(bareName(parent.name))
      open.push({ name, text: '', segment: attributes['SEGMENT'] === undefined ? null : idocs.add(bareName(name)) })
    },
    text: (piece) => {
      const current = open.at(-1)
      if (current) current.text += piece
    },
    close: () => {
      const closed = open.pop()
      const segment = open.at(-1)?.segment
      const value = closed?.text.trim() ?? ''
      if (closed !== undefined && closed.segment === null && segment && value !== '') segment.set(closed.name, value)
    },
  })
  return idocs.all
}

/** Without the attribute, what holds other elements is a segment; adapters leave out the IDOC element, too, and keep SAP's names. */
function holdsFields(name: string, open: readonly OpenElement[]): boolean {
  if (/^(?:E[12][A-Z]|EDI_DC)/.test(name)) return true
  return name !== 'IDOC' && open.some((element) => element.name === 'IDOC')
}

/** Widths of records where the file has no line ends. */
const CONTROL_WIDTH = 524
const DATA_WIDTH = 1063
const DATA_AT = 63
/** Before release 4 the table's name stood in front, the segment's name behind the numbers. */
const OLD_NAME_AT = 35
const OLD_DATA_AT = 55

/** Reads a flat IDoc: fixed widths, one record per line, blanks at the end often lost. Only segments whose layout is known have fields. */
export function readIdocFlat(text: string): Idoc[] {
  const idocs = new IdocList()
  for (const line of recordsOf(text)) {
    if (line.trim() === '') continue
    const isControl = line.startsWith('EDI_DC')
    const isOld = line.startsWith('EDI_DD')
    const name = isControl
      ? line.startsWith('EDI_DC40')
        ? 'EDI_DC40'
        : 'EDI_DC'
      : bareName(isOld ? line.slice(OLD_NAME_AT, OLD_NAME_AT + 10) : line.slice(0, 30))
    const segment = idocs.add(name)
    const data = line.slice(isControl ? 0 : isOld ? OLD_DATA_AT : DATA_AT)
    for (const [field, at, length] of FLAT_FIELDS[name] ?? []) {
      const value = data.slice(at, at + length).trim()
      if (value !== '') segment.set(field, value)
    }
  }
  return idocs.all
}

function recordsOf(text: string): string[] {
  if (/[\r\n]/.test(text.trimEnd()) || text.length <= CONTROL_WIDTH) return text.split(/\r\n|\n|\r/)
  const records = [text.slice(0, CONTROL_WIDTH)]
  for (let at = CONTROL_WIDTH; at < text.length; at += DATA_WIDTH) records.push(text.slice(at, at + DATA_WIDTH))
  return records
}

/** 'E2EDK01005' is version 005 of E1EDK01, in flat form and in XML of some adapters. */
function bareName(text: string): string {
  const name = text.trim().split(/\s/)[0] ?? ''
  return name.replace(/^E2/, 'E1').replace(/^(E1[A-Z]+\d*?[A-Z]*\d{0,2})\d{3}$/, '$1')
}

/** Collects segments into IDocs: a new one starts where the file says so, or at a control record. */
class IdocList {
  readonly all: Idoc[] = []
  #isFresh = false

  start(): void {
    this.all.push({ control: new Map(), segments: [], position: `idoc ${this.all.length + 1}` })
    this.#isFresh = true
  }

  add(name: string): Fields {
    const isControl = name === 'EDI_DC40' || name === 'EDI_DC'
    if (this.all.length === 0 || (isControl && !this.#isFresh)) this.start()
    this.#isFresh = false
    const fields: Fields = new Map()
    const idoc = this.all.at(-1)
    if (idoc && isControl) this.all[this.all.length - 1] = { ...idoc, control: fields }
    else idoc?.segments.push({ name, fields, position: `${idoc.position} segment ${idoc.segments.length + 1}` })
    return fields
  }
}
