import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import type { ServiceCharacters } from './edifact-segment'

/** What holds without UNA. Source: ISO 9735 level A. */
export const DEFAULT_SERVICE: ServiceCharacters = {
  component: ':',
  element: '+',
  decimal: '.',
  release: '?',
  repetition: null,
  terminator: "'",
}

// ISO 9735 level B uses the information separators of ISO 646 instead of printable characters.
const LEVEL_B_SERVICE: ServiceCharacters = {
  ...DEFAULT_SERVICE,
  component: '\u001f',
  element: '\u001d',
  release: null,
  terminator: '\u001c',
}

/** Character set by syntax identifier. Source: ISO 9735-1 and UN/CEFACT code list 0001. */
const CHARACTER_SETS: Readonly<Record<string, string>> = {
  UNOC: 'latin1',
  UNOD: 'iso-8859-2',
  UNOE: 'iso-8859-5',
  UNOF: 'iso-8859-7',
  UNOG: 'iso-8859-3',
  UNOH: 'iso-8859-4',
  UNOI: 'iso-8859-6',
  UNOJ: 'iso-8859-8',
  UNOK: 'iso-8859-9',
  UNOL: 'iso-8859-15',
  UNOW: 'utf-8',
  UNOY: 'utf-8',
}

/** Reads the nine characters of a service string advice ('UNA:+.? '' ), or null when the text starts with none. */
export function readServiceAdvice(text: string): ServiceCharacters | null {
  if (!text.startsWith('UNA') || text.length < 9) return null
  const [component = ':', element = '+', decimal = '.', release = '?', reserved = ' ', terminator = "'"] = text.slice(3, 9)
  return {
    component,
    element,
    decimal,
    release: release === ' ' ? null : release,
    repetition: reserved === ' ' ? null : reserved,
    terminator,
  }
}

/** The service characters of an interchange without UNA, told from the character behind UNB or UNH. */
export function assumeService(text: string): ServiceCharacters {
  return text.charAt(3) === LEVEL_B_SERVICE.element ? LEVEL_B_SERVICE : DEFAULT_SERVICE
}

/** Whether a file of this syntax promises another character set than UTF-8. */
export function promisesOtherThanUtf8(syntax: string | null): boolean {
  const named = characterSet(syntax)
  return named !== undefined && named !== 'utf-8'
}

/** Bytes beyond ASCII and a byte-order mark that are all well-formed UTF-8: text of another character set hardly ever looks like that. */
export function isWrittenInUtf8(bytes: Buffer): boolean {
  const text = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
  return text.some((byte) => byte > 127) && isUtf8(text)
}

function characterSet(syntax: string | null): string | undefined {
  return CHARACTER_SETS[syntax?.toUpperCase() ?? '']
}

/**
 * Decodes bytes by the syntax identifier of UNB. UNOA and UNOB promise ASCII; senders who break the promise write UTF-8
 * or Latin-1, so what is no UTF-8 is read as Latin-1. `isWrittenUtf8` overrules what the syntax promises.
 */
export function decodeBySyntax(bytes: Buffer, syntax: string | null, isWrittenUtf8 = false): string {
  const named = characterSet(syntax)
  if (named !== undefined && !isWrittenUtf8) return iconv.decode(bytes, named, { stripBOM: false })
  const text = bytes.toString('utf8')
  return text.includes('\uFFFD') ? bytes.toString('latin1') : text
}
