/** Cells as a spreadsheet takes them from the clipboard: tabs between, quotes only where a cell holds one, a tab or a line break. */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells) => cells.map((cell) => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'))
    .join('\r\n')
}

/** Cells as a spreadsheet puts them on the clipboard: quoted ones may hold tabs and line breaks; the line break at the end is none. */
export function readTsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  while (at < text.length) {
    const row = rows.at(-1) ?? []
    const { cell, end } = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at)
    row.push(cell)
    at = end
    if (text[at] === '\t') {
      at += 1
      if (at === text.length || text[at] === '\r' || text[at] === '\n') row.push('')
    }
    if (text[at] === '\r' || text[at] === '\n') {
      at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
      if (at < text.length) rows.push([])
    }
  }
  return rows.filter((row) => row.length > 0)
}

function readPlain(text: string, start: number): { cell: string; end: number } {
  let end = start
  while (end < text.length && text[end] !== '\t' && text[end] !== '\r' && text[end] !== '\n') end += 1
  return { cell: text.slice(start, end), end }
}

// A quote that is never closed is part of the text, as in 12" pipe.
function readQuoted(text: string, start: number): { cell: string; end: number } {
  let cell = ''
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') cell += text[at]
    else if (text[at + 1] === '"') {
      cell += '"'
      at += 1
    } else return readRest(text, cell, at + 1)
  }
  return readPlain(text, start)
}

function readRest(text: string, cell: string, from: number): { cell: string; end: number } {
  const rest = readPlain(text, from)
  return { cell: cell + rest.cell, end: rest.end }
}
