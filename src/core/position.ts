/** One step on the way to a place in a file: unit 'segment' at '12', unit 'sheet' at 'Claims', unit 'file' at ''. */
export type PlaceStep = { readonly unit: string; readonly at: string }

const WHOLE: ReadonlySet<string> = new Set(['file', 'mail', 'workbook', 'archive'])
const NAMED = /^(attachment|entry) (\S.*?)(?= (?:sheet \S|(?:row|page|line|interchange|statement|order|document) \d)|$)/
const SHEET = /^sheet (.+?)(?: row (\d+))?$/
const NUMBERED = /^([a-z][a-z-]*) (\d+)(?: |$)/

/**
 * The steps of a position as readers write it, from the whole to the part: 'sheet Claims row 5' gives the sheet and the row,
 * 'interchange 1 segment 12' the interchange and the segment. Names may hold blanks. Null when it is no such position.
 */
export function readPosition(position: string): PlaceStep[] | null {
  const steps: PlaceStep[] = []
  let rest = position.trim()
  while (rest !== '') {
    if (WHOLE.has(rest)) return [...steps, { unit: rest, at: '' }]
    const sheet = /^sheet (.+) row (\d+)$/.exec(rest) ?? SHEET.exec(rest)
    if (sheet?.[1] !== undefined) {
      const row = sheet[2] === undefined ? [] : [{ unit: 'row', at: sheet[2] }]
      return [...steps, { unit: 'sheet', at: sheet[1] }, ...row]
    }
    const numbered = NUMBERED.exec(rest)
    const step = numbered ?? NAMED.exec(rest)
    if (step?.[1] === undefined || step[2] === undefined) return null
    // A file in an archive is named by its path, a booking of a statement is counted.
    steps.push({ unit: step[1] === 'entry' && numbered === null ? 'packed' : step[1], at: step[2] })
    rest = rest.slice(step[0].length).trim()
  }
  return steps.length === 0 ? null : steps
}

/** The number of the last step of this unit; null when the position has none. */
export function stepOf(steps: readonly PlaceStep[], unit: string): number | null {
  const at = steps.findLast((step) => step.unit === unit)?.at
  return at === undefined || !/^\d+$/.test(at) ? null : Number(at)
}
