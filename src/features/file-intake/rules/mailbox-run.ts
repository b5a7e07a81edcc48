type Outcome = { taken: { taken: number }; error: string | null }
type LastRun = { state: string; error: string | null }

/** Whether a look into the mailbox is news: it brought something, it failed in a new way, or it works again. */
export function isWorthTelling(outcome: Outcome, last: LastRun | null): boolean {
  if (outcome.error !== null) return last?.state !== 'failed' || last.error !== outcome.error
  return outcome.taken.taken > 0 || last?.state === 'failed'
}
