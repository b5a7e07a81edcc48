/** What a person does to a deduction as it was shown. */
export const PERSON_ACTS = ['assign', 'name-cause', 'decide', 'book', 'give-up', 'send-to-sales', 'divide'] as const
export type PersonAct = (typeof PERSON_ACTS)[number]

const AMOUNTS = ['currency', 'amount_minor', 'open_minor', 'state'] as const
const WORD = ['decided_verdict', 'decision_reason', 'cause_key'] as const
const JUDGEMENT = ['category', 'verdict', 'because', 'recoverable_minor', 'missing', 'liable', 'root_cause', 'duplicate_of_id'] as const

/** What an act rests on: columns of the deduction, and the figures of the arithmetic. Everything else may change under it. */
export type Basis = { columns: readonly string[]; hasFigures: boolean }

/**
 * What of a deduction must be as it was seen for an act to count. An owner does not depend on what the machine thinks of the evidence; whoever
 * decides, or gives money up, does, down to the figures. Confidence, deadline, rank and papers counted go up and down by themselves and make nothing stale.
 */
export function restsOn(act: PersonAct): Basis {
  switch (act) {
    case 'assign':
      return { columns: ['owner_id', 'state'], hasFigures: false }
    case 'name-cause':
      return { columns: ['state', 'root_cause', ...WORD], hasFigures: false }
    case 'send-to-sales':
    case 'book':
      return { columns: [...AMOUNTS, ...WORD], hasFigures: false }
    case 'divide':
      return { columns: [...AMOUNTS, ...WORD, 'category', 'split_of_id', 'whole_minor'], hasFigures: false }
    case 'decide':
    case 'give-up':
      return { columns: [...AMOUNTS, ...WORD, ...JUDGEMENT], hasFigures: true }
  }
}
