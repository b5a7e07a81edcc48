/** What an order can have wrong before it is released. */
export const EXCEPTION_KINDS = ['price', 'pack', 'terms', 'ship-window', 'duplicate-order', 'unknown-item', 'no-price'] as const
export type ExceptionKind = (typeof EXCEPTION_KINDS)[number]

export const EXCEPTION_STATES = ['open', 'held', 'released', 'rejected', 'corrected', 'resolved'] as const
export type ExceptionState = (typeof EXCEPTION_STATES)[number]

/** What a person may decide; 'resolved' comes only from the facts. */
export const EXCEPTION_DECISIONS = ['held', 'released', 'rejected', 'corrected'] as const
export type ExceptionDecision = (typeof EXCEPTION_DECISIONS)[number]

const NEXT: Readonly<Record<ExceptionState, readonly ExceptionDecision[]>> = {
  open: ['held', 'released', 'rejected', 'corrected'],
  held: ['released', 'rejected', 'corrected'],
  released: [],
  rejected: [],
  corrected: [],
  resolved: [],
}

/** The decisions still possible from a state. */
export function decisionsFrom(state: ExceptionState): readonly ExceptionDecision[] {
  return NEXT[state]
}
