import * as z from 'zod/mini'

const Place = z.object({ href: z.string(), label: z.string() })
export type RecentPlace = z.output<typeof Place>

const PLACES_MAX = 8

// One browser may serve several people: each has an own list.
const keyOf = (userId: string) => `recoup-recent-${userId}`

/** The objects somebody looked at last in this browser, newest first. */
export function readRecent(userId: string): RecentPlace[] {
  try {
    return z.array(Place).parse(JSON.parse(localStorage.getItem(keyOf(userId)) ?? '[]'))
  } catch {
    return []
  }
}

/** Remembers an object that was opened; where the browser keeps nothing, nothing is lost. */
export function keepRecent(userId: string, place: RecentPlace): void {
  const others = readRecent(userId).filter((one) => one.href !== place.href)
  try {
    localStorage.setItem(keyOf(userId), JSON.stringify([place, ...others].slice(0, PLACES_MAX)))
  } catch {
    // A full or closed store only costs the convenience.
  }
}
