/** A term that was changed, as text; null where nothing was or is said. */
export type TermChange = { term: Term; before: string | null; after: string | null }

export const TERMS = [
  'lead_days',
  'notice_days',
  'minimum_minor',
  'holidays',
  'reply_email',
  'reply_locale',
  'source',
  'checked_on',
] as const
export type Term = (typeof TERMS)[number]

/** Reads an audited saving of order terms: what became of each term. Of holidays only those that came or went. */
export function readTermsChange(
  before: Readonly<Record<string, unknown>> | null,
  after: Readonly<Record<string, unknown>> | null,
): TermChange[] {
  return TERMS.flatMap((term): TermChange[] => {
    if (after === null || !(term in after)) return []
    const [was, is] = [before?.[term], after[term]]
    if (term === 'holidays') {
      const [gone, come] = [without(was, is), without(is, was)]
      return gone === null && come === null ? [] : [{ term, before: gone, after: come }]
    }
    const change = { term, before: textOf(was), after: textOf(is) }
    return change.before === change.after ? [] : [change]
  })
}

function without(some: unknown, others: unknown): string | null {
  const listOf = (days: unknown) => (Array.isArray(days) ? days.map(String) : [])
  const left = listOf(some).filter((day) => !listOf(others).includes(day))
  return left.length === 0 ? null : left.join(', ')
}

function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : null
}
