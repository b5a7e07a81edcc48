/** Numbers by which a department looks up what it is asked for. */
export const REQUEST_FACTS = ['po', 'invoice', 'delivery', 'carrier', 'pro', 'bol'] as const

/** What a request for a paper is worded from, so that everybody reads it in the own language; `minor` counts the smallest units of the currency. */
export type RequestWording = {
  claim: string
  customer: string
  minor: string
  currency: string
  facts: { name: (typeof REQUEST_FACTS)[number]; value: string }[]
}

/** The wording that was kept with a request; null where a person wrote it. It was checked when it was written. */
export function readWording(kept: unknown): RequestWording | null {
  return isWording(kept) ? kept : null
}

function isWording(kept: unknown): kept is RequestWording {
  return typeof kept === 'object' && kept !== null && 'claim' in kept && 'minor' in kept && 'facts' in kept && Array.isArray(kept.facts)
}
