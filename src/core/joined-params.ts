/** The parameters of an address; what is said several times is joined by commas. */
export function joinedParams(search: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...new Set(search.keys())].map((key) => [key, search.getAll(key).join(',')]))
}
