/** Where a page of a list ended: the order it was in, the value of its last row in it, and that row's id. */
export type ApiCursor = { sort: string; value: string; id: string }

/** The place as clients carry it: opaque text. */
export function writeCursor({ sort, value, id }: ApiCursor): string {
  return btoa(JSON.stringify([sort, value, id]))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** Reads what `writeCursor` wrote; null for anything else. */
export function readCursor(text: string): ApiCursor | null {
  try {
    const parts: unknown = JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/')))
    if (!Array.isArray(parts) || parts.length !== 3) return null
    const [sort, value, id] = parts.map(String)
    const isWhole = sort !== undefined && value !== undefined && /^[0-9a-f-]{36}$/.test(id ?? '') && /^-?[\dT:.Z+-]{1,40}$/.test(value)
    return isWhole ? { sort, value, id: id ?? '' } : null
  } catch {
    return null
  }
}

/** 'state:new,customer:C03' as pairs; null when a part is no pair. */
export function readFilter(text: string): [name: string, value: string][] | null {
  const parts = text === '' ? [] : text.split(',')
  const pairs = parts.flatMap((part): [string, string][] => {
    const [, name, value] = /^\s*(\w+):(.+)$/s.exec(part) ?? []
    return name !== undefined && value !== undefined ? [[name, value.trim()]] : []
  })
  return pairs.length === parts.length ? pairs : null
}
