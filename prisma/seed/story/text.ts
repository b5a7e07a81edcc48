import iconv from 'iconv-lite'

export type TextEncoding = 'utf8' | 'win1252' | 'gb18030' | 'utf16le'

/** One CSV row; cells with the separator, quotes or line breaks are quoted. */
export function csvRow(cells: readonly (string | number | null)[], separator = ','): string {
  return cells
    .map((cell) => {
      const text = cell === null ? '' : String(cell)
      return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
    })
    .join(separator)
}

/** Text as bytes of an encoding; a UTF-16 file starts with its byte order mark. */
export function encoded(text: string, encoding: TextEncoding = 'utf8'): Uint8Array {
  return new Uint8Array(iconv.encode(text, encoding, { addBOM: encoding === 'utf16le' }))
}

/** Rows of one file, grouped by path; the header is written once. */
export class RowFiles {
  private readonly rows = new Map<string, string[]>()

  add(path: string, header: string, row: string): void {
    const rows = this.rows.get(path) ?? [header]
    rows.push(row)
    this.rows.set(path, rows)
  }

  files(encoding: TextEncoding = 'utf8', lineEnd = '\r\n'): { path: string; bytes: Uint8Array }[] {
    return [...this.rows].map(([path, rows]) => ({ path, bytes: encoded(rows.join(lineEnd) + lineEnd, encoding) }))
  }
}
