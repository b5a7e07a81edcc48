import { parseXml } from '../xml/parse-xml'

/** What a number format makes of a number when it is shown. `zeros` pads ids to that many digits. */
export type NumberFormat = { kind: 'plain' } | { kind: 'date' } | { kind: 'percent' } | { kind: 'zeros'; digits: number }

const PLAIN: NumberFormat = { kind: 'plain' }

/** The format of every cell style in the order in which cells refer to them. */
export async function readStyles(part: AsyncIterable<Uint8Array> | null): Promise<NumberFormat[]> {
  const codes = new Map<number, string>()
  const ids: number[] = []
  if (part === null) return []
  let isCells = false
  await parseXml(part, {
    open: ({ name, attributes }) => {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      else if (name === 'cellXfs') isCells = true
      else if (name === 'xf' && isCells) ids.push(Number(attributes['numFmtId'] ?? 0))
    },
    close: (name) => {
      if (name === 'cellXfs') isCells = false
    },
  })
  return ids.map((id) => formatOf(id, codes.get(id)))
}

/** Reads a format by its number or, for the ones a workbook makes itself, by its code. Source: ECMA-376 part 1, 18.8.30. */
export function formatOf(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) {
    const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
    return isDate ? { kind: 'date' } : id === 9 || id === 10 ? { kind: 'percent' } : PLAIN
  }
  // Quoted text, escaped characters, colours and locales in brackets are no part of the pattern; [h] is a duration.
  const pattern = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/gi, '').split(';')[0] ?? ''
  if (/[dyhms]/i.test(pattern) && !/general|standard/i.test(pattern)) return { kind: 'date' }
  if (pattern.includes('%')) return { kind: 'percent' }
  return /^0{2,20}$/.test(pattern) ? { kind: 'zeros', digits: pattern.length } : PLAIN
}
