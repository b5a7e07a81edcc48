import type { Place } from './find-labelled-fields'

export type ExceptionKind = 'short' | 'over' | 'damaged' | 'refused' | 'subject-to-count'

/** What a consignee wrote against a delivery: 'SHORT 1 CTN', '2 cartons damaged'. `count` is null when no number stands by it. */
export type PaperException = Place & { kind: ExceptionKind; count: number | null }

const WORDS: readonly { kind: ExceptionKind; words: string }[] = [
  { kind: 'short', words: String.raw`short(?:ages?|ed)?|missing|not\s+received|fehl(?:t|en|menge|end)|短少|短缺|缺少|缺货` },
  { kind: 'over', words: String.raw`over(?:ages?)|over(?=\s+\d|\s*$)|extra|überzählig|多货|多收` },
  { kind: 'damaged', words: String.raw`damaged?s?|dmgd?|crushed|torn|wet|broken|beschädigt|破损|损坏` },
  { kind: 'refused', words: String.raw`refused|rejected|annahme\s+verweigert|拒收` },
  { kind: 'subject-to-count', words: String.raw`subject\s+to\s+(?:count|inspection|check)|\bSTC\b|unter\s+vorbehalt` },
]

const UNIT = String.raw`\s*(?:ctns?|cartons?|cs|cases?|pcs|pieces?|pkgs?|packages?|units?|pallets?|plts?|skids?|ea|kartons?|stück|箱|件|个)?\.?\s*`
const CLEAR =
  /\b(?:no|without|zero|not)\s+(?:any\s+)?(?:visible\s+)?(?:shortages?|overages?|damages?|exceptions?)\b|\bkeine?\b|无破损|无短/i

/** Finds shortages, overages, damage and refusals noted on a paper. 'No damage' and counts of zero are no exception. */
export function findExceptions(lines: readonly Place[]): PaperException[] {
  const found: PaperException[] = []
  for (const place of lines) {
    const text = place.text.slice(0, 500)
    if (CLEAR.test(text) || isPrintedForm(text)) continue
    for (const { kind, words } of WORDS) {
      const count = countNear(text, words)
      if (count === undefined || count === 0) continue
      if (!found.some((other) => other.kind === kind && other.line === place.line && other.page === place.page))
        found.push({ ...place, kind, count })
    }
  }
  return found
}

/** The number beside the word; null when there is none; undefined when the word does not stand in the line. */
function countNear(text: string, words: string): number | null | undefined {
  const after = new RegExp(String.raw`(?<![A-Za-z0-9])(?:${words})\s*(?:by|of|qty|:|：|-|=)?\s*(\d{1,5})(?![\d/.])`, 'iu').exec(text)
  if (after) return Number(after[1])
  const before = new RegExp(String.raw`(?<![\d/.-])(\d{1,5})${UNIT}(?:was|were|are|is)?\s*(?:${words})`, 'iu').exec(text)
  if (before) return Number(before[1])
  return new RegExp(String.raw`(?:^|[^\p{L}])(?:${words})(?![\p{L}])`, 'iu').test(text) && !/:\s*(?:none|n\/a|-)?\s*$/i.test(text)
    ? null
    : undefined
}

// The small print of bills of lading speaks of loss and damage on every paper.
function isPrintedForm(text: string): boolean {
  return (
    /\bliability\b|\btariff\b|\bshall\b|\bapplicable\b|49 U\.?S\.?C|loss or damage|claims? for (?:loss|damage)/i.test(text) ||
    text.length > 240
  )
}
