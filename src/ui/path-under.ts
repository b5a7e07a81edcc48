/** True when a path is the address or lies below it; the start page only matches itself. An address with filters never matches. */
export function isUnder(path: string, href: string): boolean {
  if (href === '/') return path === '/'
  return path === href || path.startsWith(`${href}/`)
}
