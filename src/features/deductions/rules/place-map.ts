import { addDays, type CalendarDate } from '@/core/calendar-date'

/** The days on which a map of one code holds; without a last day it goes on. */
export type MapDays = { validFrom: CalendarDate; validTo: CalendarDate | null }

export type MapPlace =
  | { kind: 'free' }
  /** The map in force until then ends the day before the new one begins. */
  | { kind: 'replaces'; id: string; lastDay: CalendarDate }
  /** A map that begins on the same day or later holds on some of the days: it would lose its beginning. */
  | { kind: 'overlaps'; id: string; validFrom: CalendarDate }

/** Where a new map of a code fits among the approved ones of the same code, so that one map holds on any day. */
export function placeMap(days: MapDays, approved: readonly (MapDays & { id: string })[]): MapPlace {
  const touched = approved.filter((map) => isOverlapping(map, days))
  const later = touched.find((map) => map.validFrom >= days.validFrom)
  if (later) return { kind: 'overlaps', id: later.id, validFrom: later.validFrom }
  const [earlier] = touched
  return earlier ? { kind: 'replaces', id: earlier.id, lastDay: addDays(days.validFrom, -1) } : { kind: 'free' }
}

function isOverlapping(left: MapDays, right: MapDays): boolean {
  const startsBeforeEnd = (a: MapDays, b: MapDays) => b.validTo === null || a.validFrom <= b.validTo
  return startsBeforeEnd(left, right) && startsBeforeEnd(right, left)
}
