import iconv from 'iconv-lite'
import { SaxesParser } from 'saxes'
import type { Problem } from '@/core/problem'

/** An element of a document; names without their prefix, all values text: nothing is coerced. */
export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  /** Text directly inside, trimmed. */
  text: string
}

export type XmlFile = { readonly root: XmlElement | null; readonly problems: readonly Problem[] }

const DEPTH_MAX = 200

/** Takes an element as it closes; true when nothing more is wanted of it, so that a long file never stands in memory as a tree. */
export type XmlTaker = (element: XmlElement, parent: XmlElement) => boolean

/**
 * Reads XML into plain elements. A document type declaration is refused: it can include files and grow without end.
 * A document that breaks off or is malformed is a problem; `root` then holds nothing.
 */
export function readXml(bytes: Uint8Array, take?: XmlTaker): XmlFile {
  const problems: Problem[] = []
  const stack: XmlElement[] = []
  let root: XmlElement | null = null
  const parser = new SaxesParser({ xmlns: false, position: true })
  const report = (code: string, message: string) => {
    if (problems.length === 0) problems.push({ position: `line ${parser.line}`, field: 'xml', code, message })
  }
  parser.on('doctype', () => report('doctype-refused', 'the file declares a document type'))
  parser.on('error', (error) => report('xml-malformed', error.message))
  parser.on('opentag', (tag) => {
    if (stack.length >= DEPTH_MAX) return report('xml-malformed', 'elements are nested too deeply')
    const element: XmlElement = { name: localName(tag.name), attributes: tag.attributes, children: [], text: '' }
    stack.at(-1)?.children.push(element)
    root ??= element
    stack.push(element)
  })
  const addText = (text: string) => {
    const element = stack.at(-1)
    if (element) element.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const element = stack.pop()
    if (!element) return
    element.text = element.text.trim()
    const parent = stack.at(-1)
    if (parent && take?.(element, parent)) parent.children.pop()
  })
  // Entities of a refused document type are never defined, so stopping at the first problem is safe and cheap.
  const text = decodeXml(bytes)
  for (let at = 0; at < text.length && problems.length === 0; at += 65_536) parser.write(text.slice(at, at + 65_536))
  if (problems.length === 0) parser.close()
  return { root: problems.length === 0 ? root : null, problems }
}

/** The first element at a path below `from`, or undefined. */
export function at(from: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  let element = from
  for (const name of path) element = element?.children.find((child) => child.name === name)
  return element
}

/** Text at a path, or null when it is absent or empty. */
export function textAt(from: XmlElement | undefined, ...path: string[]): string | null {
  return at(from, ...path)?.text || null
}

/** All elements at a path: every step may repeat, and one looks the same as many. */
export function allAt(from: XmlElement | undefined, ...path: string[]): XmlElement[] {
  let elements = from ? [from] : []
  for (const name of path) elements = elements.flatMap((element) => element.children.filter((child) => child.name === name))
  return elements
}

/** Source: XML 1.0 appendix F: byte-order mark, then the declared encoding, then UTF-8. */
function decodeXml(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return iconv.decode(buffer, 'utf-16le')
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return iconv.decode(buffer, 'utf-16be')
  const declared = /^[^<]*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(buffer.toString('latin1', 0, 200))?.[1]
  return iconv.decode(buffer, declared !== undefined && iconv.encodingExists(declared) ? declared : 'utf-8').trimStart()
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
