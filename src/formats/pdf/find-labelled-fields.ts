/** Where something stands on a paper: page and line from 1, and the line itself, so that a person can be shown it. */
export type Place = { page: number; line: number; text: string }

/** 'PRO number: 8013077368', or a value standing below its title in a form. */
export type LabelledField = Place & { label: string; value: string }

/**
 * Every field of a paper that has a label: 'Label: value' anywhere in a line (columns set apart by two blanks),
 * and boxes whose titles stand in one line and whose values in the next.
 */
export function findLabelledFields(pages: readonly (readonly string[])[]): LabelledField[] {
  const fields: LabelledField[] = []
  for (const [pageIndex, lines] of pages.entries()) {
    for (const [lineIndex, text] of lines.entries()) {
      const place = { page: pageIndex + 1, line: lineIndex + 1, text }
      for (const segment of text.split(/ {2,}/)) fields.push(...inSegment(segment, place))
      fields.push(...inBoxes(text, lines[lineIndex + 1], { ...place, line: lineIndex + 2 }))
    }
  }
  return fields
}

/** Lines as they stand, followed by the fields of boxes written as 'Title: value', so that one search finds both. */
export function searchableLines(pages: readonly (readonly string[])[]): Place[] {
  const places: Place[] = []
  for (const [pageIndex, lines] of pages.entries()) {
    for (const [lineIndex, text] of lines.entries()) {
      const page = pageIndex + 1
      places.push({ page, line: lineIndex + 1, text })
      for (const field of inBoxes(text, lines[lineIndex + 1], { page, line: lineIndex + 2, text }))
        places.push({ page, line: field.line, text: `${field.label}: ${field.value}` })
    }
  }
  return places
}

// Two words that make one label when another field stands before them in the same segment.
const PAIR =
  /^(?:ship|shipping|delivery|pick-?up|invoice|order|due|driver|consignee|purchase|claim|pro|payment|check|customer|store|item|freight)$/i

function inSegment(segment: string, place: Place): LabelledField[] {
  const found: { start: number; end: number; label: string }[] = []
  // A label is words; a clock time or a web address is not.
  for (const match of segment.matchAll(/(?<![\d/])(\p{L}[\p{L}\p{N} .,'&/()#-]{0,40}?)\s*[:：](?!\/\/)\s*/gu)) {
    const words = found.length === 0 ? (match[1] ?? '') : lastLabel(match[1] ?? '')
    found.push({ start: match.index + (match[1] ?? '').length - words.length, end: match.index + match[0].length, label: words.trim() })
  }
  return found.map((label, index) => ({ ...place, label: label.label, value: segment.slice(label.end, found[index + 1]?.start).trim() }))
}

// 'Driver signature: Lindqvist Date: ...': the words before the second label belong to the first one's value.
function lastLabel(words: string): string {
  const [, before = '', last = words] = /(?:^|.*\s)(\S+)\s+(\S+)$/.exec(words) ?? []
  return PAIR.test(before) ? words.slice(words.lastIndexOf(before)) : last
}

function inBoxes(titles: string, values: string | undefined, place: Place): LabelledField[] {
  if (values === undefined || /[:：]/.test(titles)) return []
  const labels = titles.split(/ {2,}/)
  const below = values.split(/ {2,}/)
  const areTitles = labels.every((label) => /^\p{L}[\p{L} .'#/&()-]{1,30}$/u.test(label))
  if (labels.length < 2 || labels.length !== below.length || !areTitles || !below.some((value) => /\d/.test(value))) return []
  return labels.map((label, index) => ({ ...place, text: values, label, value: below[index] ?? '' }))
}
