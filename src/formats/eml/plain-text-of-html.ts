const CHARACTERS_MAX = 2_000_000

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
  euro: '€',
  ndash: '–',
  mdash: '—',
}

/** The text of an HTML mail: cells and blocks kept apart, everyday entities resolved, nothing executed or fetched. */
export function plainTextOfHtml(html: string): string {
  return withoutHidden(html.slice(0, CHARACTERS_MAX))
    .replace(/<\/(?:td|th)\s*>/gi, '  ')
    .replace(/<(?:br|\/p|\/div|\/tr|\/li|\/h\d)\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(#\d{1,6}|[a-z]{2,6});/gi, (whole, name: string) => entity(name) ?? whole)
    .replace(/[ \t]+\n/g, '\n')
    .trim()
}

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()]
  const code = Number(name.slice(1))
  return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}

// Scripts, styles and the head are no text; one that never closes hides the rest.
function withoutHidden(html: string): string {
  let kept = ''
  let at = 0
  for (const opening = /<(script|style|head)\b/gi; ; ) {
    opening.lastIndex = at
    const start = opening.exec(html)
    if (start === null) return kept + html.slice(at)
    kept += html.slice(at, start.index)
    const closing = new RegExp(`</${start[1] ?? ''}\\s*>`, 'gi')
    closing.lastIndex = start.index
    const end = closing.exec(html)
    if (end === null) return kept
    at = end.index + end[0].length
  }
}
