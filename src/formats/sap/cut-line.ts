const LINES_JOINED_MAX = 5

/**
 * Cuts a list line into cells at the places of the header's bars: by characters, else by display columns (SAP pads
 * Chinese text to two columns a character), else by its own bars when there are as many. Null when none fits.
 */
export function cutLine(line: string, header: string, bars: readonly number[]): string[] | null {
  if (bars.every((bar) => line[bar] === '|')) return slices(line, bars)
  const byColumn = barsByColumn(line, header, bars)
  if (byColumn !== null) return slices(line, byColumn)
  const own = [...line.matchAll(/\|/g)].map((match) => match.index)
  return own.length === bars.length ? slices(line, own) : null
}

/**
 * Joins a line that ends before the header does with the lines that follow it, because a text cell held a line break.
 * A line that starts a new row is never swallowed. Returns the joined text and the index of its last line.
 */
export function joinShortLine(
  lines: readonly string[],
  at: number,
  header: string,
  bars: readonly number[],
): { line: string; last: number } {
  let line = (lines[at] ?? '').trimEnd()
  let last = at
  if (!header.endsWith('|') || cutLine(line, header, bars) !== null) return { line, last }
  while (last - at < LINES_JOINED_MAX && displayWidth(line) < displayWidth(header)) {
    const next = lines[last + 1]
    if (next === undefined || next.trim() === '' || startsRow(next, header, bars)) break
    last++
    // The break itself took one place of the cell, or none when the printer split the line.
    const joined = [`${line} ${next.trimEnd()}`, `${line}${next.trimEnd()}`, padded(line, next.trimEnd(), header)]
    line = joined.find((candidate) => cutLine(candidate, header, bars) !== null) ?? joined[0] ?? line
  }
  return cutLine(line, header, bars) === null ? { line: (lines[at] ?? '').trimEnd(), last: at } : { line, last }
}

/** Columns on screen: East Asian wide characters take two. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += isWide(character) ? 2 : 1
  return width
}

// Blanks before a line break are lost in some exports: the rest stands at the right edge.
function padded(line: string, rest: string, header: string): string {
  return line + ' '.repeat(Math.max(1, header.length - line.length - rest.length)) + rest
}

function startsRow(line: string, header: string, bars: readonly number[]): boolean {
  const text = line.trimEnd()
  if (/^[-|+=_]+$/.test(text.trim()) && text.trim().length >= 5) return true
  return text.trimStart().startsWith('|') && (cutLine(text, header, bars) !== null || bars.slice(0, 3).every((bar) => text[bar] === '|'))
}

function slices(line: string, bars: readonly number[]): string[] {
  return bars.slice(0, -1).map((bar, index) => line.slice(bar + 1, bars[index + 1] ?? line.length))
}

function barsByColumn(line: string, header: string, bars: readonly number[]): number[] | null {
  if (displayWidth(line) === line.length && displayWidth(header) === header.length) return null
  const places = new Map<number, number>()
  let column = 0
  for (let index = 0; index < line.length; index++) {
    places.set(column, index)
    column += displayWidth(line[index] ?? '')
  }
  const own: number[] = []
  for (const bar of bars) {
    const index = places.get(displayWidth(header.slice(0, bar)))
    if (index === undefined || line[index] !== '|') return null
    own.push(index)
  }
  return own
}

function isWide(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6)
  )
}
