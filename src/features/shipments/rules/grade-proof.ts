/** How far a delivery paper carries in a dispute: A proves units, B cartons, C is weak, D proves nothing. */
export const PROOF_GRADES = ['A', 'B', 'C', 'D'] as const
export type ProofGrade = (typeof PROOF_GRADES)[number]

/** What the count on a paper counts. */
export const COUNTED_IN = ['cartons', 'units', 'pallets'] as const
export type CountedIn = (typeof COUNTED_IN)[number]

/** What a delivery receipt or bill of lading says, as read or confirmed; null where it says nothing. */
export type ProofFacts = {
  isSigned: boolean | null
  isStamped: boolean | null
  isPoVisible: boolean | null
  piecesShipped: number | null
  piecesReceived: number | null
  cartonsPrinted: number | null
  countIn: CountedIn | null
  /** 'shipper' is shipper load and count. */
  countBy: 'driver' | 'shipper' | null
  exceptions: string | null
  signedOn: string | null
}

export type Proves = 'receipt' | 'stamped' | 'order' | 'units' | 'cartons' | 'pallets' | 'date' | 'exceptions'
export type Lacks = 'signature' | 'stamp' | 'order' | 'count' | 'own-count' | 'units' | 'date' | 'clean'

/** The grade with what it will prove and what not, in the order in which a reviewer asks. */
export type GradedProof = { grade: ProofGrade; proves: readonly Proves[]; lacks: readonly Lacks[] }

/** Which end of the way a paper speaks of: a bill of lading is the carrier's receipt for what was loaded. */
export function sideOf(paperKind: string): 'loading' | 'arrival' {
  return paperKind === 'bill-of-lading' ? 'loading' : 'arrival'
}

/** Weak papers are asked for again. */
export function isWeakProof(grade: string | null): boolean {
  return grade === 'C' || grade === 'D'
}

/**
 * Grades a delivery paper. Without a signature it proves nothing (D); a signature without an own count, or on a paper that names
 * neither order nor site stamp, proves that something came (C); with both it proves as many cartons as it counts (B), and units only
 * where units were counted (A). Source: retailers' dispute guides: signed in full, stamped, PO visible, not shipper load and count.
 */
export function gradeProof(facts: ProofFacts): GradedProof {
  const isSigned = facts.isSigned === true
  const isStamped = facts.isStamped === true
  const isOrderNamed = facts.isPoVisible === true
  const isCounted = (facts.piecesReceived ?? facts.piecesShipped ?? facts.cartonsPrinted) !== null
  const isOwnCount = isCounted && facts.countBy !== 'shipper'
  const isDated = facts.signedOn !== null
  const isClean = facts.exceptions === null || facts.exceptions === ''
  const proves: Proves[] = []
  const lacks: Lacks[] = []
  const say = (isProved: boolean, proved: Proves, lacking: Lacks) => (isProved ? proves.push(proved) : lacks.push(lacking))
  say(isSigned, 'receipt', 'signature')
  if (isSigned && isOwnCount) proves.push(facts.countIn ?? 'cartons')
  if (!isCounted) lacks.push('count')
  else if (!isOwnCount) lacks.push('own-count')
  else if (facts.countIn !== 'units') lacks.push('units')
  say(isOrderNamed, 'order', 'order')
  say(isStamped, 'stamped', 'stamp')
  say(isDated, 'date', 'date')
  if (!isClean) {
    proves.push('exceptions')
    lacks.push('clean')
  }
  return { grade: gradeOf(), proves: isSigned ? proves : proves.filter((one) => one === 'exceptions'), lacks }

  function gradeOf(): ProofGrade {
    if (!isSigned) return 'D'
    if (!isOwnCount || !(isOrderNamed || isStamped)) return 'C'
    return facts.countIn === 'units' && isOrderNamed && isStamped && isDated ? 'A' : 'B'
  }
}
