import type { Sought } from '@/core/place-in-file'
import type { Excerpt } from './excerpt'

/** The first cell that holds the value in any of the ways in which files write it; null when none does. */
export function cellHolding(cells: readonly string[], sought: Sought): number | null {
  const matches = matcherOf(sought)
  const at = cells.findIndex(matches)
  return at < 0 ? null : at
}

/** The same row with the cell meant that holds the value; the cell of the field stays meant when it does, or none does. */
export function withMeantCell(excerpt: Excerpt | null, sought: Sought | null): Excerpt | null {
  const meant = excerpt?.lines.find(({ number }) => number === excerpt.meant)
  if (excerpt === null || meant === undefined || sought === null) return excerpt
  const ofField = excerpt.cell === null ? undefined : meant.cells[excerpt.cell]
  if (ofField !== undefined && matcherOf(sought)(ofField)) return excerpt
  return { ...excerpt, cell: cellHolding(meant.cells, sought) ?? excerpt.cell }
}

/** True when a cell, or a part of it, is the value. */
export function matcherOf({ kind, says }: Sought): (cell: string) => boolean {
  switch (kind) {
    case 'date': {
      const spellings = datesOf(says)
      return (cell) => spellings.some((spelling) => spelling.test(cell))
    }
    case 'quantity':
    case 'money':
    case 'price':
    case 'rate': {
      const wanted = canonical(says.replace(/\s*%$/, ''))
      const asked = new Set(kind === 'rate' ? [wanted, shiftedTwo(wanted)] : [wanted])
      // X12 writes some amounts without their point: TDS*145536.
      const implied = kind === 'money' && says.includes('.') ? canonical(says.replace('.', '')) : null
      return (cell) => numbersIn(cell).some((number) => asked.has(number) || number === implied)
    }
    case 'text': {
      const wanted = says.split(' / ').map(lettersOf).filter(Boolean)
      return (cell) => wanted.some((word) => lettersOf(cell).includes(word))
    }
  }
}

function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}

// '2024-09-11' as 20240911, 240911, 09/11/2024, 11.09.2024, 9/11/24, 2024年9月11日, Sep 11, 2024 … on its own, not inside a longer number.
function datesOf(says: string): RegExp[] {
  const [year = '', month = '', day = ''] = says.split('-')
  const [m, d] = [`0?${Number(month)}`, `0?${Number(day)}`]
  const y = `(?:${year}|${year.slice(2)})`
  const name = MONTHS[Number(month) - 1] ?? '-'
  const forms = [
    // EDIFACT writes the minute behind the day.
    `${year}${month}${day}(?:\\d{4}(?:\\d{2})?)?`,
    `${year.slice(2)}${month}${day}`,
    `${y}[-/.]${m}[-/.]${d}`,
    `${m}[-/.]${d}[-/.]${y}`,
    `${d}[-/.]${m}[-/.]${y}`,
    `${year}年${m}月${d}日`,
    `${name}[a-z]*\\.? ${d},? ${year}`,
    `${d}\\.? ${name}[a-z]*\\.?,? ${year}`,
  ]
  // A statement's booking starts with its day and goes on with digits: ':61:2409110911C…'.
  return [...forms.map((form) => new RegExp(`(?<!\\d)${form}(?!\\d)`, 'i')), new RegExp(`^:61:${year.slice(2)}${month}${day}`)]
}

const MONTHS = ['jan', 'feb', 'm(?:ar|är|rz)', 'apr', 'ma[iy]', 'jun', 'jul', 'aug', 'sep', 'o[ck]t', 'nov', 'de[cz]']

function numbersIn(cell: string): string[] {
  const found = cell.match(/\d[\d.,' \u00a0]*\d|\d|\.\d+/g) ?? []
  return found.flatMap((text) => [text, ...text.split(/[ \u00a0]/)].flatMap(readingsOf))
}

// '1.455,36' and '1,455.36' are one number; '1,455' may be two. A mark that parts thousands stands before three digits.
function readingsOf(text: string): string[] {
  const bare = text.replaceAll(/[' \u00a0]/g, '')
  const isParted = (mark: ',' | '.') => bare.split(mark).every((part, index) => index === 0 || /^\d{3}(?!\d)/.test(part))
  return [
    ...(isParted(',') ? [canonical(bare.replaceAll(',', ''))] : []),
    ...(isParted('.') ? [canonical(bare.replaceAll('.', '').replace(',', '.'))] : []),
  ]
}

function canonical(text: string): string {
  const [whole = '', part = ''] = text.replace(/^[-+−]/, '').split('.')
  const decimals = part.replace(/0+$/, '')
  return `${whole.replace(/^0+(?=\d)/, '') || '0'}${decimals === '' ? '' : `.${decimals}`}`
}

// 2 % stands as 0.02 in some lists.
function shiftedTwo(number: string): string {
  const [whole = '', part = ''] = number.split('.')
  const digits = whole.padStart(3, '0')
  return canonical(`${digits.slice(0, -2)}.${digits.slice(-2)}${part}`)
}
