const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
/** Shorter keys are one slip away from too many others. */
const KEY_MIN = 5
const KEY_MAX = 24

/**
 * Every comparison key that is one slip of a finger away from this one: a sign too many, one missing, one wrong, or two neighbours
 * turned round. About 75 per sign, to be looked up in an index; none for keys of fewer than five or more than 24 signs.
 * Source: P. Norvig, "How to Write a Spelling Corrector" (edits of distance one).
 */
export function nearKeys(key: string): string[] {
  const signs = [...key]
  if (signs.length < KEY_MIN || signs.length > KEY_MAX) return []
  const near = new Set<string>()
  for (let at = 0; at <= signs.length; at += 1) {
    const before = signs.slice(0, at).join('')
    const [first, second] = [signs[at], signs[at + 1]]
    const after = signs.slice(at + 1).join('')
    for (const sign of SIGNS) {
      near.add(before + sign + (first ?? '') + after)
      if (first !== undefined) near.add(before + sign + after)
    }
    if (first !== undefined) near.add(before + after)
    if (first !== undefined && second !== undefined) near.add(before + second + first + signs.slice(at + 2).join(''))
  }
  near.delete(key)
  return [...near]
}

/** Whether two texts differ by at most one slip: for names, which no index of keys holds. Capitals do not count. */
export function isNear(typed: string, other: string): boolean {
  const [a, b] = [[...typed.toUpperCase()], [...other.toUpperCase()]]
  if (Math.min(a.length, b.length) < KEY_MIN || Math.abs(a.length - b.length) > 1) return false
  const start = a.findIndex((sign, at) => sign !== b[at])
  if (start === -1) return a.length !== b.length
  const rest = (of: readonly string[], from: number) => of.slice(from).join('')
  if (a.length === b.length) {
    const isTurned = a[start] === b[start + 1] && a[start + 1] === b[start] && rest(a, start + 2) === rest(b, start + 2)
    return isTurned || rest(a, start + 1) === rest(b, start + 1)
  }
  return a.length > b.length ? rest(a, start + 1) === rest(b, start) : rest(a, start) === rest(b, start + 1)
}
