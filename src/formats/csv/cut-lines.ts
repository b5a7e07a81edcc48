const QUOTE = 34
const CR = 13
const LF = 10
const FIRST_COLUMNS = 64

/** Makes the text of a cell of what stands between two delimiters, without its quotes. */
export type CleanCell = (raw: string) => string

/**
 * Cuts lines of a text at their delimiters. A cell that is written as in the line above is that text again, not a copy of it:
 * most lists say the same of many lines in a row.
 */
export class LineCutter {
  /** Where the line after the one that was cut begins. */
  next = 0
  readonly #split: number
  readonly #clean: CleanCell
  #text = ''
  #above: string[] = []
  /** How many cells of the line above can be looked up. */
  #known = 0
  #starts = new Int32Array(FIRST_COLUMNS)
  #ends = new Int32Array(FIRST_COLUMNS)

  constructor(delimiter: string, clean: CleanCell) {
    this.#split = delimiter.charCodeAt(0)
    this.#clean = clean
  }

  /** Forgets the line above: another text follows, or a line that was read otherwise. */
  startAt(text: string): void {
    this.#text = text
    this.#known = 0
  }

  /**
   * The cells of the line that begins at `at`; null when it does not end in this text, when a quote does not close in it or has
   * something behind it, or when a lone carriage return stands in it. With `hasQuotes` false, quotes are plain characters.
   */
  cut(at: number, hasQuotes: boolean, charactersMax: number): string[] | null {
    const text = this.#text
    const split = this.#split
    const known = this.#known
    const cells: string[] = []
    this.#known = 0
    for (let start = at; ; ) {
      const column = cells.length
      const isQuoted = hasQuotes && text.charCodeAt(start) === QUOTE
      const same = column < known ? this.#sameAsAbove(column, start) : start
      const end = isQuoted ? this.#closeOf(start) + 1 : this.#endOf(same)
      if (end === 0 || end - at > charactersMax) return null
      const isAgain = same === end && end - start === (this.#ends[column] ?? 0) - (this.#starts[column] ?? 0) && column < known
      cells.push(isAgain ? (this.#above[column] ?? '') : this.#cellOf(start, end, isQuoted))
      this.#note(column, start, end)
      const code = text.charCodeAt(end)
      start = end + 1
      if (code === split) continue
      if (code !== LF && (code !== CR || text.charCodeAt(start) !== LF)) return null
      this.next = code === LF ? start : start + 1
      this.#above = cells
      this.#known = cells.length
      return cells
    }
  }

  /** How far the text that begins here goes on like the cell above. */
  #sameAsAbove(column: number, start: number): number {
    const text = this.#text
    const end = this.#ends[column] ?? 0
    let at = start
    for (let above = this.#starts[column] ?? 0; above < end && text.charCodeAt(at) === text.charCodeAt(above); above++) at++
    return at
  }

  #endOf(start: number): number {
    const text = this.#text
    const split = this.#split
    const last = split > CR ? split : CR
    for (let at = start; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code <= last && (code === split || code === LF || code === CR)) return at
    }
    return 0
  }

  /** Where the quote that opens a cell closes; -1 when it does not in this line. */
  #closeOf(start: number): number {
    const text = this.#text
    for (let at = start + 1; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === LF || code === CR) return -1
      if (code !== QUOTE) continue
      if (text.charCodeAt(at + 1) !== QUOTE) return at
      at++
    }
    return -1
  }

  #cellOf(start: number, end: number, isQuoted: boolean): string {
    if (!isQuoted) return this.#clean(this.#text.slice(start, end))
    const raw = this.#text.slice(start + 1, end - 1)
    return this.#clean(raw.includes('"') ? raw.replaceAll('""', '"') : raw)
  }

  #note(column: number, start: number, end: number): void {
    if (column >= this.#starts.length) {
      const wider = [new Int32Array(column * 2), new Int32Array(column * 2)] as const
      wider[0].set(this.#starts)
      wider[1].set(this.#ends)
      this.#starts = wider[0]
      this.#ends = wider[1]
    }
    this.#starts[column] = start
    this.#ends[column] = end
  }
}
