import { categoryOfEdifact, categoryOfWords, categoryOfX12 } from './category-of-code'
import type { Category } from './deduction'

/** Everything that hints at what a customer's code means. */
export type CodeEvidence = {
  code: string
  /** Texts that came with the code, most frequent first. */
  texts: readonly string[]
  x12Codes: readonly string[]
  edifactCodes: readonly string[]
  /** What people said of deductions with this code: agreed with how they were judged, or overruled it. */
  decided: readonly { category: Category; agreed: number; overruled: number }[]
  /** Approved maps of the same code at other customers. */
  elsewhere: readonly { category: Category; customers: number }[]
}

/** One hint, with the category it speaks for and how much it weighs, in parts per million. */
export type Hint = { category: Category; weightPpm: number } & (
  | { kind: 'words'; text: string }
  | { kind: 'x12'; code: string }
  | { kind: 'edifact'; code: string }
  | { kind: 'decided'; agreed: number; overruled: number }
  | { kind: 'elsewhere'; customers: number }
)

export type CategoryProposal = {
  /** Null when nothing hints at a category. */
  category: Category | null
  /** The customer's own words for it, as a start. */
  internalReason: string
  confidencePpm: number
  supporting: Hint[]
  against: Hint[]
}

const ONE = 1_000_000
const WORDS_PPM = 850_000
const EDIFACT_PPM = 800_000
const X12_PPM = 750_000
const DECIDED_PPM = 900_000
const ELSEWHERE_PPM = 350_000
const ELSEWHERE_MAX_PPM = 700_000
const CONFIDENCE_MAX_PPM = 990_000

/**
 * Proposes our category for a customer's code. The category with the heaviest hints wins. Its confidence is the chance that
 * not all of them are wrong, times their share of all weights, so that hints against it lower it; in parts per million.
 */
export function proposeCategory(evidence: CodeEvidence): CategoryProposal {
  const hints = [...standardHints(evidence), ...peopleHints(evidence)].toSorted((left, right) => right.weightPpm - left.weightPpm)
  const weights = new Map<Category, number>()
  for (const hint of hints) weights.set(hint.category, (weights.get(hint.category) ?? 0) + hint.weightPpm)
  const [best] = [...weights].toSorted((left, right) => right[1] - left[1])
  const internalReason = evidence.texts[0]?.slice(0, 80) ?? ''
  if (!best) return { category: null, internalReason, confidencePpm: 0, supporting: [], against: [] }
  const [category, weight] = best
  const supporting = hints.filter((hint) => hint.category === category)
  const all = [...weights.values()].reduce((sum, one) => sum + one, 0)
  const doubt = supporting.reduce((chance, hint) => chance * (1 - hint.weightPpm / ONE), 1)
  const confidencePpm = Math.min(CONFIDENCE_MAX_PPM, Math.round(((1 - doubt) * ONE * weight) / all))
  return { category, internalReason, confidencePpm, supporting, against: hints.filter((hint) => hint.category !== category) }
}

function standardHints({ code, texts, x12Codes, edifactCodes }: CodeEvidence): Hint[] {
  const hints: Hint[] = []
  for (const text of [...texts, code]) {
    const category = categoryOfWords(text)
    if (category && !hints.some((hint) => hint.category === category)) hints.push({ kind: 'words', category, text, weightPpm: WORDS_PPM })
  }
  for (const edifact of edifactCodes) {
    const category = categoryOfEdifact(edifact)
    if (category) hints.push({ kind: 'edifact', category, code: edifact, weightPpm: EDIFACT_PPM })
  }
  for (const x12 of x12Codes) {
    const category = categoryOfX12(x12)
    if (category) hints.push({ kind: 'x12', category, code: x12, weightPpm: X12_PPM })
  }
  return hints
}

// One decision alone says little; many that agree say as much as a text does.
function peopleHints({ decided, elsewhere }: CodeEvidence): Hint[] {
  const own = decided.flatMap(({ category, agreed, overruled }): Hint[] => {
    if (category === 'unclear' || agreed === 0) return []
    const weightPpm = Math.round((DECIDED_PPM * agreed) / (agreed + overruled + 1))
    return [{ kind: 'decided', category, agreed, overruled, weightPpm }]
  })
  const others = elsewhere.map(({ category, customers }): Hint => {
    const weightPpm = Math.min(ELSEWHERE_MAX_PPM, ELSEWHERE_PPM * customers)
    return { kind: 'elsewhere', category, customers, weightPpm }
  })
  return [...own, ...others]
}
