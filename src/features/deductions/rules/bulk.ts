import { type DecidedOn, type Decision, decide, isCauseKnown } from './decide'

/** Deductions that one command changes at most. */
export const BULK_MAX = 2_000
/** Deductions that one change in the background takes at most. */
export const BULK_JOB_MAX = 100_000

/** What can be done to many deductions at once in the background. */
export const BULK_ACTS = ['assign', 'agree'] as const
export type BulkAct = (typeof BULK_ACTS)[number]
/** Every kind of change of many that can be taken back. */
export const BULK_KINDS = [...BULK_ACTS, 'paste'] as const
export type BulkKind = (typeof BULK_KINDS)[number]

/** Why one of them is left as it is, and why one is not taken back. */
export const SKIP_REASONS = ['changed', 'closed', 'same', 'nothing-to-agree', 'needs-cause', 'gone'] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

type Seen = { ownerId: string | null; verdict: string; decidedVerdict: string | null }
/** A deduction as the change meets it; `seen` is what of it the person saw who asked. */
export type BulkSubject = DecidedOn & { ownerId: string | null; decidedVerdict: string | null; seen: Seen }

export type BulkOutcome = { kind: 'assign' } | { kind: 'agree'; decision: Decision } | { kind: 'skip'; because: SkipReason }

/**
 * What a change of many does to one deduction, or why it leaves it alone: closed, so already, or what is being set was changed since it
 * was seen. Another judgement of the machine does not matter to an owner.
 */
export function judgeBulk(act: BulkAct, ownerId: string | null, deduction: BulkSubject): BulkOutcome {
  if (deduction.state === 'closed') return { kind: 'skip', because: 'closed' }
  switch (act) {
    case 'assign':
      if (deduction.ownerId === ownerId) return { kind: 'skip', because: 'same' }
      return deduction.ownerId === deduction.seen.ownerId ? { kind: 'assign' } : { kind: 'skip', because: 'changed' }
    case 'agree':
      return agree(deduction)
  }
}

function agree(deduction: BulkSubject): BulkOutcome {
  const { seen } = deduction
  if (deduction.verdict !== seen.verdict || deduction.decidedVerdict !== seen.decidedVerdict) return { kind: 'skip', because: 'changed' }
  if (deduction.verdict === 'undecided') return { kind: 'skip', because: 'nothing-to-agree' }
  if (deduction.decidedVerdict === deduction.verdict) return { kind: 'skip', because: 'same' }
  if (deduction.verdict === 'valid' && !isCauseKnown(deduction, deduction.causeKey)) return { kind: 'skip', because: 'needs-cause' }
  return { kind: 'agree', decision: decide(deduction, { decision: 'agree', recoverableMinor: '', reason: '', causeKey: '' }) }
}
