/** A small seeded random source: the same seed always tells the same story. */
export type Dice = {
  /** A number from 0 up to but not including 1. */
  next(): number
  /** A whole number from `min` to `max`, both included. */
  whole(min: number, max: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  shuffled<T>(list: readonly T[]): T[]
  digits(count: number): string
}

/** Builds a source from text. Source: FNV-1a for the seed, mulberry32 for the numbers. */
export function dice(seed: string): Dice {
  let state = 0x811c9dc5
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const whole = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick: (list) => existing(list[whole(0, list.length - 1)]),
    shuffled: (list) => {
      const copy = [...list]
      for (let i = copy.length - 1; i > 0; i--) {
        const j = whole(0, i)
        const at = existing(copy[i])
        copy[i] = existing(copy[j])
        copy[j] = at
      }
      return copy
    },
    digits: (count) => Array.from({ length: count }, (_, i) => String(whole(i === 0 ? 1 : 0, 9))).join(''),
  }
}

/** The value that must be there; a hole in the story is a mistake of its author. */
export function existing<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error('the story refers to something that it does not tell')
  return value
}
