import { SaxesParser } from 'saxes'

export type XmlAttributes = Readonly<Record<string, string>>

/** An element as it opens: its name and attributes without prefixes. */
export type XmlOpen = { name: string; attributes: XmlAttributes }
export type XmlHandlers = { open: (element: XmlOpen) => void; close: (name: string) => void; text?: (text: string) => void }

/** XML that is refused or damaged: carries the code out of the middle of parsing; the readers turn it into a problem. */
export class XmlDefect extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'XmlDefect'
    this.code = code
  }
}

const DEPTH_MAX = 64

/**
 * Parses XML as its bytes come, prefixes dropped. A DOCTYPE is refused: no program that is read here writes one, and entities are how
 * small files become large or read others. Throws XmlDefect on that and on XML that is not well-formed.
 */
export async function parseXml(pieces: AsyncIterable<Uint8Array> | Iterable<string>, handlers: XmlHandlers): Promise<void> {
  const parser = openXml(handlers)
  for await (const text of textOfXml(pieces)) parser.write(text)
  parser.close()
}

/** Takes XML piece by piece; see `parseXml`. */
export function openXml(handlers: XmlHandlers): { write: (text: string) => void; close: () => void } {
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false })
  let depth = 0
  parser.on('doctype', () => {
    throw new XmlDefect('xml/doctype', 'The file declares a document type; that is refused.')
  })
  parser.on('error', (error) => {
    throw new XmlDefect('xml/broken', error.message)
  })
  parser.on('opentag', (tag) => {
    if (++depth > DEPTH_MAX) throw new XmlDefect('xml/broken', 'The XML is nested too deeply.')
    handlers.open({ name: localName(tag.name), attributes: localAttributes(tag.attributes) })
  })
  parser.on('closetag', (tag) => {
    depth--
    handlers.close(localName(tag.name))
  })
  if (handlers.text) {
    parser.on('text', handlers.text)
    parser.on('cdata', handlers.text)
  }
  return { write: (text) => void parser.write(text), close: () => void parser.close() }
}

/** The text of XML whose bytes come in pieces. */
export async function* textOfXml(pieces: AsyncIterable<Uint8Array> | Iterable<string>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null
  for await (const piece of pieces) {
    if (typeof piece === 'string') {
      yield piece
      continue
    }
    decoder ??= new TextDecoder(
      piece[0] === 0xff && piece[1] === 0xfe ? 'utf-16le' : piece[0] === 0xfe && piece[1] === 0xff ? 'utf-16be' : 'utf-8',
    )
    yield decoder.decode(piece, { stream: true })
  }
  yield decoder?.decode() ?? ''
}

// Nearly all attributes are bare; only then is a new object made.
function localAttributes(attributes: Record<string, string>): XmlAttributes {
  let isBare = true
  for (const key in attributes) isBare &&= !key.includes(':')
  if (isBare) return attributes
  return Object.fromEntries(Object.entries(attributes).map(([key, value]) => [localName(key), value]))
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
