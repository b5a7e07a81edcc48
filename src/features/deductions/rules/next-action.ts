import type { DeductionState, NextAction } from './deduction'
import type { LiableParty, MissingPaper, VerdictKind } from './verdict'

/** What the next action depends on. `verdict` is the decided one, else the machine's. */
export type ActionFacts = {
  verdict: VerdictKind
  missing: readonly MissingPaper[]
  liable: LiableParty | null
  openMinor: bigint
  state: DeductionState
}

const ASK: Readonly<Partial<Record<MissingPaper, NextAction>>> = {
  'unread-proof-of-delivery': 'read-paper',
  'unread-bill-of-lading': 'read-paper',
  'proof-of-delivery': 'ask-proof-of-delivery',
  'bill-of-lading': 'ask-bill-of-lading',
  'warehouse-count': 'ask-warehouse-count',
  'ship-notice': 'ask-ship-notice',
  'claim-detail': 'ask-claim-detail',
}

/** The one next step of a deduction: read or ask for the paper that decides, dispute, claim from the carrier, or accept. */
export function chooseNextAction(facts: ActionFacts): NextAction {
  if (facts.openMinor === 0n || facts.state === 'closed') return 'none'
  if (facts.state === 'submitted') return 'wait-for-answer'
  switch (facts.verdict) {
    case 'undecided':
      return facts.missing.map((paper) => ASK[paper]).find((action) => action !== undefined) ?? 'review'
    case 'valid':
      return facts.liable === 'carrier' ? 'file-carrier-claim' : 'accept'
    case 'invalid':
    case 'partly':
    case 'duplicate':
      return 'build-package'
  }
}
