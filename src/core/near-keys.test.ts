import { describe, expect, it } from 'vitest'
import { isNear, nearKeys } from './near-keys'

describe('keys one slip away', () => {
  it.each([
    ['two neighbours turned round', 'HP881240'],
    ['a sign missing', 'HP88124'],
    ['a sign missing at the end', 'HP88120'],
    ['a sign too many', 'HP8812204'],
    ['a wrong sign', 'HP881294'],
    ['a letter for a figure', 'HPB81204'],
    ['a sign too many in front', '1HP881204'],
  ])('hold the number typed with %s', (_slip, typed) => {
    expect(nearKeys(typed)).toContain('HP881204')
  })

  it('hold no key with two slips, and never the key itself', () => {
    expect(nearKeys('HP881204')).not.toContain('HP881204')
    expect(nearKeys('HP880214')).not.toContain('HP881204')
  })

  it('are few enough to look up one by one', () => {
    expect(nearKeys('HP881204').length).toBeLessThan(700)
  })

  it('are none for what is too short to be meant, or too long to be a number', () => {
    expect(nearKeys('4711')).toEqual([])
    expect(nearKeys('4'.repeat(25))).toEqual([])
  })
})

describe('names', () => {
  it.each([
    ['Harber', 'HARBOR'],
    ['Habror', 'Harbor'],
    ['Harbo', 'Harbor'],
    ['Harboor', 'Harbor'],
  ])('%s is close to %s', (typed, name) => {
    expect(isNear(typed, name)).toBe(true)
  })

  it('that are the same, or differ twice, are not close', () => {
    expect(isNear('harbor', 'Harbor')).toBe(false)
    expect(isNear('Herber', 'Harbor')).toBe(false)
    expect(isNear('Oak', 'Oaks')).toBe(false)
  })
})
