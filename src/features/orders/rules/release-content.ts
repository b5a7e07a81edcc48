export type ReleaseFacts = {
  poNumber: string
  line: string
  kind: string
  field: string
  expected: string | null
  actual: string | null
  atStakeMinor: bigint
  currency: string
}

/** Exactly what a second person approves when an exception is released as ordered: its figures, and why. */
export function releaseContent(facts: ReleaseFacts, reason: string): Record<string, string | null> {
  const { poNumber, line, kind, field, expected, actual, atStakeMinor, currency } = facts
  return { poNumber, line, kind, field, expected, actual, atStakeMinor: atStakeMinor.toString(), currency, reason }
}

/** Whether an exception still shows the figures that approval was asked for. */
export function isSameRelease(content: Readonly<Record<string, unknown>>, facts: ReleaseFacts): boolean {
  const now = releaseContent(facts, '')
  return Object.entries(now).every(([key, value]) => key === 'reason' || content[key] === value)
}
