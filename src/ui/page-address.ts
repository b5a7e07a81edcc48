/** Search parameters as Next hands them to a page. */
export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * The address of the same page with some parameters changed; null or '' removes one.
 * Changing anything but the place in the list goes back to its start, so `after`, `before` and `at` are dropped.
 */
export function hrefWith(path: string, params: SearchParams, changes: Readonly<Record<string, string | readonly string[] | null>>): string {
  const merged: Record<string, string | readonly string[] | null | undefined> = { ...params, ...changes }
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(merged)) {
    if (value === undefined || value === null || value === '') continue
    if (!(key in changes) && (key === 'after' || key === 'before' || key === 'at')) continue
    for (const one of typeof value === 'string' ? [value] : value) query.append(key, one)
  }
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

/** The same list seen otherwise: from its first page and with no peek open, unless the changes say one. */
export function listHref(path: string, params: SearchParams, changes: Readonly<Record<string, string | readonly string[] | null>>): string {
  return hrefWith(path, params, { page: null, peek: null, ...changes })
}

/** Opens the peek at a row, or closes it with null; the place in the list stays. */
export function peekHref(path: string, params: SearchParams, rowId: string | null): string {
  return hrefWith(path, params, { peek: rowId, after: params['after'] ?? null, at: params['at'] ?? null })
}

/** The first value of a parameter, or undefined. */
export function paramOf(params: SearchParams, key: string): string | undefined {
  const value = params[key]
  return typeof value === 'string' ? value : value?.[0]
}

/** All values of a parameter that may be given several times. */
export function paramsOf(params: SearchParams, key: string): readonly string[] {
  const value = params[key]
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}
