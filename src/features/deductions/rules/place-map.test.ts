import { describe, expect, test } from 'vitest'
import { asCalendarDate } from '@/core/calendar-date'
import { placeMap } from './place-map'

const days = (from: string, to: string | null = null) => ({
  validFrom: asCalendarDate(from),
  validTo: to === null ? null : asCalendarDate(to),
})
const approved = (id: string, from: string, to: string | null = null) => ({ id, ...days(from, to) })

describe('a new map of a code', () => {
  test('is free where no other holds', () => {
    expect(placeMap(days('2026-03-01'), [])).toEqual({ kind: 'free' })
    expect(placeMap(days('2026-03-01', '2026-03-31'), [approved('a', '2026-01-01', '2026-02-28'), approved('b', '2026-04-01')])).toEqual({
      kind: 'free',
    })
  })

  test('ends the one before it on the day before it begins', () => {
    expect(placeMap(days('2026-03-01'), [approved('a', '2026-01-01')])).toEqual({ kind: 'replaces', id: 'a', lastDay: '2026-02-28' })
  })

  test('does not take the beginning of a later one', () => {
    expect(placeMap(days('2026-03-01'), [approved('b', '2026-04-01')])).toEqual({ kind: 'overlaps', id: 'b', validFrom: '2026-04-01' })
    expect(placeMap(days('2026-03-01'), [approved('a', '2026-03-01')])).toMatchObject({ kind: 'overlaps' })
  })
})
