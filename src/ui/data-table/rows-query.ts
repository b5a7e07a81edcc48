import type { SearchParams } from '../page-address'

/** What decides which rows there are, and in which order: not how they are shown, nor what is open beside them. */
export function rowsQuery(params: SearchParams): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(params)) {
    if (SHOWN_ONLY.has(key) || value === undefined) continue
    for (const one of typeof value === 'string' ? [value] : value) query.append(key, one)
  }
  return query.toString()
}

const SHOWN_ONLY: ReadonlySet<string> = new Set(['after', 'before', 'at', 'limit', 'peek', 'hide', 'cols', 'w', 'pin', 'density', 'group'])
