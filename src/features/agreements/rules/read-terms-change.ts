/** A term that was changed, as text, null where nothing was or is said; of holidays the days that went and came. */
export type TermChange =
  | { term: Exclude<Term, 'holidays'>; before: string | null; after: string | null }
  | { term: 'holidays'; gone: readonly string[]; come: readonly string[] }

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
      return gone.length + come.length === 0 ? [] : [{ term, gone, come }]
    }
    const change = { term, before: textOf(was), after: textOf(is) }
    return change.before === change.after ? [] : [change]
  })
}

function without(some: unknown, others: unknown): string[] {
  const listOf = (days: unknown) => (Array.isArray(days) ? days.map(String) : [])
  return listOf(some).filter((day) => !listOf(others).includes(day))
}

function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : null
}
