/** One line around a place: its number as the file counts, its cells, and the byte that it starts at where that is known. */
export type ExcerptLine = { readonly number: number; readonly cells: readonly string[]; readonly byteOffset: number | null }

/** What stands at a place of a file, with its neighbours. */
export type Excerpt = {
  /** What the numbers count. */
  readonly unit: 'segment' | 'line' | 'row'
  /** The titles above the rows of a table. */
  readonly titles: readonly string[] | null
  /** What stands between two cells of a line in the file; '' when a line is one cell. */
  readonly separator: string
  readonly lines: readonly ExcerptLine[]
  /** The number of the line that is meant; null when the place was not found and the top of the file is shown. */
  readonly meant: number | null
  /** The cell of that line that is meant, from 0; null when it is the whole line. */
  readonly cell: number | null
}

const AROUND = 3

/** Keeps the few lines before and after the one that is meant, however long the stream is. */
export class Neighbours<Line> {
  readonly #isMeant: (line: Line) => boolean
  #lines: Line[] = []
  #meant: Line | null = null
  #after = 0

  constructor(isMeant: (line: Line) => boolean) {
    this.#isMeant = isMeant
  }

  offer(line: Line): void {
    if (this.isComplete) return
    this.#lines.push(line)
    if (this.#meant !== null) this.#after += 1
    else if (this.#isMeant(line)) this.#meant = line
    else if (this.#lines.length > AROUND) this.#lines.shift()
  }

  /** Nothing that follows is wanted. */
  get isComplete(): boolean {
    return this.#after >= AROUND
  }

  get meant(): Line | null {
    return this.#meant
  }

  get lines(): readonly Line[] {
    return this.#meant === null ? [] : this.#lines
  }
}
