import { unescapeText } from './read-shared-strings'
import type { RawCell, SheetCells } from './sheet-cells'

const SPACE = 32
const LINE_FEED = 10
const TAB = 9
const QUOTE = 34
const AMPERSAND = 38
const SLASH = 47
const COLON = 58
const LESS = 60
const EQUALS = 61
const GREATER = 62
const FIRST_LETTER = 65
const LAST_LETTER = 90
const LETTERS_MAX = 3

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }

/**
 * Reads rows of a sheet that are written the way nearly every program writes them: no prefixes, comments or marked sections, one blank
 * between attributes, a value or an inline text per cell. Everything else it leaves to the XML reader, from the start of that row.
 */
export class PlainRows {
  readonly #cells: SheetCells
  #text = ''
  // The attributes of the element that was opened last.
  #reference = ''
  #type = ''
  #style = ''
  #hidden = ''
  #isEmpty = false
  #row: RawCell[] = []

  constructor(cells: SheetCells) {
    this.#cells = cells
  }

  /** Reads as many whole rows as the text holds; `at` is what is left, `isUnusual` when that is no such row. */
  read(text: string, from: number): { at: number; isUnusual: boolean } {
    this.#text = text
    let at = from
    for (;;) {
      at = this.#pastBlanks(at)
      if (!text.startsWith('<row', at)) return { at, isUnusual: text.length - at >= 4 }
      const opened = text.indexOf('>', at)
      const isEmpty = text.charCodeAt(opened - 1) === SLASH
      const end = opened < 0 ? -1 : isEmpty ? opened + 1 : text.indexOf('</row>', opened)
      if (end < 0) return { at, isUnusual: false }
      if (!this.#readRow(at + 4, end)) return { at, isUnusual: true }
      at = isEmpty ? end : end + 6
    }
  }

  /** Hands the row on when all of it was understood. */
  #readRow(from: number, end: number): boolean {
    this.#row = []
    let at = this.#attributes(from)
    const [reference, hidden] = [this.#reference, this.#hidden]
    if (at === 0) return false
    for (at = this.#isEmpty ? at : this.#pastBlanks(at); at < end; at = this.#pastBlanks(at)) {
      at = this.#readCell(at)
      if (at === 0) return false
    }
    if (at !== end) return false
    this.#cells.startRow(reference, hidden)
    for (const cell of this.#row) this.#cells.add(cell)
    this.#cells.endRow()
    return true
  }

  /** Where the text goes on behind a cell; 0 when it is unusual. */
  #readCell(from: number): number {
    const text = this.#text
    if (!text.startsWith('<c', from)) return 0
    let at = this.#attributes(from + 2)
    if (at === 0) return 0
    const column = this.#reference === '' ? null : columnOf(this.#reference)
    if (column !== null && column < 0) return 0
    const style = this.#style === '' ? 0 : Number(this.#style)
    const cell: RawCell = { column, type: this.#type || 'n', style, value: '', inline: '', hasFormula: false }
    if (!this.#isEmpty) at = this.#readInside(at, cell)
    if (at > 0) this.#row.push(cell)
    return at
  }

  #readInside(from: number, cell: RawCell): number {
    const text = this.#text
    for (let at = from; ; ) {
      if (text.startsWith('<v>', at)) {
        const end = text.indexOf('<', at + 3)
        const value = plainText(text.slice(at + 3, end))
        if (value === null || !text.startsWith('</v>', end)) return 0
        cell.value += value
        at = end + 4
      } else if (text.startsWith('</c>', at)) return at + 4
      else if (text.startsWith('<f', at)) {
        cell.hasFormula = true
        at = this.#pastFormula(at + 2)
      } else at = this.#readInline(at, cell)
      if (at === 0) return 0
    }
  }

  #pastFormula(from: number): number {
    const at = this.#attributes(from)
    if (at === 0 || this.#isEmpty) return at
    const end = this.#text.indexOf('<', at)
    return plainText(this.#text.slice(at, end)) === null || !this.#text.startsWith('</f>', end) ? 0 : end + 4
  }

  #readInline(from: number, cell: RawCell): number {
    const text = this.#text
    if (!text.startsWith('<is><t', from)) return 0
    const at = this.#attributes(from + 6)
    const end = text.indexOf('<', at)
    const inline = plainText(text.slice(at, end))
    if (at === 0 || this.#isEmpty || inline === null || !text.startsWith('</t></is>', end)) return 0
    cell.inline += unescapeText(inline)
    return end + 9
  }

  /** Reads the attributes up to the end of the tag and answers what stands behind it; 0 when they are unusual. */
  #attributes(from: number): number {
    const text = this.#text
    this.#reference = this.#type = this.#style = this.#hidden = ''
    for (let at = from; ; ) {
      const code = text.charCodeAt(at)
      this.#isEmpty = code === SLASH
      if (code === GREATER) return at + 1
      if (code === SLASH) return text.charCodeAt(at + 1) === GREATER ? at + 2 : 0
      if (code !== SPACE) return 0
      const name = at + 1
      let hasPrefix = false
      for (at = name; text.charCodeAt(at) !== EQUALS; at++) {
        const letter = text.charCodeAt(at)
        if (letter === COLON) hasPrefix = true
        else if (!isNameCharacter(letter)) return 0
      }
      if (at === name || text.charCodeAt(at + 1) !== QUOTE) return 0
      const end = this.#endOfValue(at + 2)
      if (end === 0 || !this.#keep(name, at, hasPrefix, end)) return 0
      at = end + 1
    }
  }

  #endOfValue(from: number): number {
    const text = this.#text
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === QUOTE) return at
      if (code === LESS || code === AMPERSAND) return 0
    }
    return 0
  }

  #keep(name: number, equals: number, hasPrefix: boolean, end: number): boolean {
    const text = this.#text
    if (hasPrefix) return !/:(?:[rst]|hidden)$/.test(text.slice(name, equals))
    if (equals - name === 1) {
      const letter = text[name]
      const value = text.slice(equals + 2, end)
      if (letter === 'r') this.#reference = value
      else if (letter === 's') this.#style = value
      else if (letter === 't') this.#type = value
    } else if (equals - name === 6 && text.startsWith('hidden', name)) this.#hidden = text.slice(equals + 2, end)
    return true
  }

  #pastBlanks(from: number): number {
    let at = from
    for (let code = this.#text.charCodeAt(at); code === SPACE || code === LINE_FEED || code === TAB; ) code = this.#text.charCodeAt(++at)
    return at
  }
}

function isNameCharacter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= FIRST_LETTER && code <= LAST_LETTER) || (code >= 48 && code <= 57)
}

/** 'C12' is 2; negative when it is written in any other way. */
function columnOf(reference: string): number {
  let index = 0
  let at = 0
  for (; at < reference.length; at++) {
    const code = reference.charCodeAt(at)
    if (code < FIRST_LETTER || code > LAST_LETTER) break
    index = index * 26 + code - FIRST_LETTER + 1
  }
  if (at === 0 || at > LETTERS_MAX) return -1
  for (; at < reference.length; at++) if (reference.charCodeAt(at) < 48 || reference.charCodeAt(at) > 57) return -1
  return index - 1
}

const ENTITY = /&(?:amp|lt|gt|quot|apos|#(\d{1,6})|#x([\da-fA-F]{1,5}));/g

/** Text with its entities resolved; null when it has others than those that need no declaration. */
function plainText(text: string): string | null {
  if (!text.includes('&')) return text
  let isPlain = !text.replace(ENTITY, '').includes('&')
  const plain = text.replace(ENTITY, (entity, decimal?: string, hexadecimal?: string) => {
    const named = ENTITIES[entity]
    if (named !== undefined) return named
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
    // The XML reader says what is wrong with the others.
    if ((code < SPACE && code !== TAB && code !== LINE_FEED) || code > 0xd7ff) isPlain = false
    return String.fromCharCode(code)
  })
  return isPlain ? plain : null
}
