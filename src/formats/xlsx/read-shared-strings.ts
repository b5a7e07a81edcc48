import { parseXml, XmlDefect } from '../xml/parse-xml'

const CHARACTERS_MAX = 150_000_000
/** The most that a cell can hold in a spreadsheet program; more is cut. */
export const CELL_CHARACTERS_MAX = 32_767

/** Collects the text of a string item: plain or rich runs joined, phonetic runs (furigana) left out. */
export class StringItem {
  #text = ''
  #phonetic = 0
  #isText = false

  open(name: string): void {
    if (name === 'rPh') this.#phonetic++
    else if (name === 't') this.#isText = true
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic--
    else if (name === 't') this.#isText = false
  }

  text(piece: string): void {
    if (this.#isText && this.#phonetic === 0 && this.#text.length <= CELL_CHARACTERS_MAX) this.#text += piece
  }

  /** The text so far, escapes such as _x000D_ resolved; starts anew. */
  take(): string {
    const text = unescapeText(this.#text)
    this.#text = ''
    return text
  }
}

/** Reads the table of strings that cells point into. */
export async function readSharedStrings(part: AsyncIterable<Uint8Array> | null): Promise<string[]> {
  const strings: string[] = []
  if (part === null) return strings
  const item = new StringItem()
  let characters = 0
  await parseXml(part, {
    open: ({ name }) => item.open(name),
    close: (name) => {
      item.close(name)
      if (name !== 'si') return
      const text = item.take()
      characters += text.length
      if (characters > CHARACTERS_MAX) throw new XmlDefect('xlsx/too-large', 'The workbook holds more text than is read.')
      strings.push(text)
    },
    text: (piece) => item.text(piece),
  })
  return strings
}

export function unescapeText(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
}
