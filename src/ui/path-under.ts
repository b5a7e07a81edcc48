/** True when a path is one of a place's addresses or lies below one. */
export function belongsTo(path: string, place: { href: string; also?: readonly string[] | undefined }): boolean {
  return [place.href, ...(place.also ?? [])].some((href) => isUnder(path, href))
}

/** True when a path is the address or lies below it; the start page only matches itself. An address with filters never matches. */
function isUnder(path: string, href: string): boolean {
  if (href === '/') return path === '/'
  return path === href || path.startsWith(`${href}/`)
}
