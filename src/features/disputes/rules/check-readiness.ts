import { extend, money } from '@/core/money'
import type { EvidenceKind, EvidenceLevel } from '@/features/deductions/rules/evidence-needed'
import type { Step, StepValue } from '@/features/deductions/rules/verdict'
import type { Exhibit } from './exhibit'
import type { Fit } from './fit-limits'

export const CHECK_CODES = [
  'required-complete',
  'signature',
  'gate-stamp',
  'po-consistent',
  'invoice-consistent',
  'quantities-add-up',
  'amounts-add-up',
  'no-foreign-text',
  'all-readable',
  'within-limits',
  'recommended-complete',
] as const
export type CheckCode = (typeof CHECK_CODES)[number]

/** Passed, a reminder that does not stop anybody, or failed: the reviewer would stumble over it. */
export type CheckState = 'passed' | 'reminder' | 'failed'

/** One line of the readiness list: `have` of `of`, the number or figure it is about, and the arithmetic behind it. */
export type Check = { code: CheckCode; state: CheckState; have: number; of: number; subject: string | null; working: Step | null }

export type MissingEvidence = { evidence: EvidenceKind; level: EvidenceLevel }

export type CheckFacts = {
  exhibits: readonly Exhibit[]
  missing: readonly MissingEvidence[]
  requiredCount: number
  poNumber: string | null
  poKey: string | null
  invoiceNumber: string | null
  invoiceKey: string | null
  steps: readonly Step[]
  claimed: { quantity: bigint | null; unitMicros: bigint | null; amountMinor: bigint; currency: string }
  isForeignToChinese: boolean
  fit: Fit
}

/** What a careful colleague would look at before the package leaves. Pure; codes only, the screen says the sentences. */
export function checkReadiness(facts: CheckFacts): Check[] {
  const included = facts.exhibits.filter((exhibit) => exhibit.isIncluded)
  return [
    checkRequired(facts),
    ...checkDelivery(included),
    ...checkNumber('po-consistent', 'po', facts.poNumber, facts.poKey, included),
    ...checkNumber('invoice-consistent', 'invoice', facts.invoiceNumber, facts.invoiceKey, included),
    ...checkQuantities(facts.steps),
    ...checkAmounts(facts),
    ...checkLanguage(facts, included),
    checkReadable(included),
    checkLimits(facts.fit),
    ...checkRecommended(facts),
  ]
}

function check(
  code: CheckCode,
  state: CheckState,
  have: number,
  of: number,
  subject: string | null = null,
  working: Step | null = null,
): Check {
  return { code, state, have, of, subject, working }
}

function checkRequired({ missing, requiredCount }: CheckFacts): Check {
  const lacking = missing.filter(({ level }) => level === 'required')
  return check('required-complete', lacking.length === 0 ? 'passed' : 'failed', requiredCount - lacking.length, requiredCount)
}

function checkRecommended({ missing }: CheckFacts): Check[] {
  return missing
    .filter(({ level }) => level === 'recommended')
    .map(({ evidence }) => check('recommended-complete', 'reminder', 0, 1, evidence))
}

function checkDelivery(included: readonly Exhibit[]): Check[] {
  const proofs = included.filter((exhibit) => exhibit.evidence === 'proof-of-delivery')
  if (proofs.length === 0) return []
  const signed = proofs.filter((proof) => proof.isSigned === true).length
  const stamped = proofs.filter((proof) => proof.isStamped === true).length
  return [
    check('signature', signed > 0 ? 'passed' : 'reminder', signed, proofs.length),
    check('gate-stamp', stamped > 0 ? 'passed' : 'reminder', stamped, proofs.length),
  ]
}

/** Of the papers that name a number of this kind, all have to name ours. */
function checkNumber(
  code: 'po-consistent' | 'invoice-consistent',
  kind: 'po' | 'invoice',
  number: string | null,
  key: string | null,
  included: readonly Exhibit[],
): Check[] {
  if (number === null || key === null) return []
  const speaking = included.filter((exhibit) => exhibit.mentions.some((mention) => mention.kind === kind))
  if (speaking.length === 0) return []
  const agreeing = speaking.filter((exhibit) => exhibit.mentions.some((mention) => mention.kind === kind && mention.key === key))
  return [check(code, agreeing.length === speaking.length ? 'passed' : 'failed', agreeing.length, speaking.length, number)]
}

function checkQuantities(steps: readonly Step[]): Check[] {
  const results = steps.filter((step) => step.working !== null && step.value.type === 'quantity')
  const right = results.filter(addsUp)
  const shown = right.findLast((step) => step.working?.operator !== 'min') ?? right.at(-1) ?? null
  if (results.length === 0) return []
  return [check('quantities-add-up', right.length === results.length ? 'passed' : 'failed', right.length, results.length, null, shown)]
}

function checkAmounts({ claimed, steps }: CheckFacts): Check[] {
  const amounts = steps.filter((step) => step.working !== null && step.value.type === 'money')
  const right = amounts.filter(addsUp).length
  const { quantity, unitMicros, amountMinor, currency } = claimed
  if (quantity === null || unitMicros === null) {
    if (amounts.length === 0) return []
    return [check('amounts-add-up', right === amounts.length ? 'passed' : 'failed', right, amounts.length)]
  }
  const isRight = extend(quantity, unitMicros, currency).minor === amountMinor && right === amounts.length
  const working: Step = {
    label: 'claimed',
    value: { type: 'money', minor: amountMinor.toString(), currency: money(0n, currency).currency },
    working: {
      left: { type: 'quantity', quantity: quantity.toString(), unit: 'each' },
      operator: '×',
      right: { type: 'price', micros: unitMicros.toString(), currency },
    },
    cite: null,
  }
  return [check('amounts-add-up', isRight ? 'passed' : 'reminder', right + (isRight ? 1 : 0), amounts.length + 1, null, working)]
}

/** Recomputes a result from its working; what cannot be recomputed (rates, dates) is taken as stated. */
export function addsUp({ value, working }: Step): boolean {
  if (working === null) return true
  const [left, right, result] = [wholeOf(working.left), wholeOf(working.right), wholeOf(value)]
  if (left === null || right === null || result === null) return true
  if (working.operator === 'min') return result === (left < right ? left : right)
  if (working.operator === '+') return left + right === result
  if (working.operator === '−') return left - right === result || (left < right && result === 0n)
  if (working.operator === '×') {
    if (value.type === 'money' && working.right.type === 'price') return extend(left, right, value.currency).minor === result
    return value.type !== 'quantity' || left * right === result
  }
  return true
}

function wholeOf(value: StepValue): bigint | null {
  if (value.type === 'quantity') return BigInt(value.quantity)
  if (value.type === 'money') return BigInt(value.minor)
  if (value.type === 'price') return BigInt(value.micros)
  return null
}

function checkLanguage({ isForeignToChinese }: CheckFacts, included: readonly Exhibit[]): Check[] {
  if (!isForeignToChinese) return []
  const foreign = included.filter((exhibit) => exhibit.hasChinese)
  return [check('no-foreign-text', foreign.length === 0 ? 'passed' : 'failed', foreign.length, included.length, foreign[0]?.title ?? null)]
}

function checkReadable(included: readonly Exhibit[]): Check {
  const broken = included.filter((exhibit) => exhibit.fileState === 'encrypted' || exhibit.fileState === 'failed')
  return check(
    'all-readable',
    broken.length === 0 ? 'passed' : 'reminder',
    included.length - broken.length,
    included.length,
    broken[0]?.title ?? null,
  )
}

function checkLimits(fit: Fit): Check {
  return check('within-limits', fit.fitsCount && fit.fitsSize && fit.takesPdf ? 'passed' : 'failed', fit.files.length, fit.files.length)
}
