/** The words a dispute is described with. The database holds the same lists as CHECK constraints. */

/** Preparing: being put together. Ready: the newest package is built from what is chosen now. Answered: the customer spoke, something is still open. */
export const DISPUTE_STATES = ['preparing', 'ready', 'submitted', 'answered', 'closed'] as const
export type DisputeState = (typeof DISPUTE_STATES)[number]

/** How a dispute ended. */
export const DISPUTE_OUTCOMES = ['won', 'lost', 'partly', 'withdrawn'] as const
export type DisputeOutcome = (typeof DISPUTE_OUTCOMES)[number]

/** How won money comes back: already paid, as a credit on our account, or promised and still to come. */
export const RETURN_WAYS = ['promised', 'repaid', 'credited'] as const
export type ReturnWay = (typeof RETURN_WAYS)[number]

/** While a package lies with the customer nothing in it moves; a closed dispute is opened again by preparing it anew. */
export function isArrangeable(state: DisputeState): boolean {
  return state === 'preparing' || state === 'ready' || state === 'answered'
}
