/** Where a quantity first leaves the one before it. */
export type FirstBreak = { at: number; before: bigint; after: bigint }

/**
 * The first step whose quantity differs from the last known one before it; steps that no document speaks of (null) are
 * passed over. Null when all known steps agree.
 */
export function findFirstBreak(quantities: readonly (bigint | null)[]): FirstBreak | null {
  let before: bigint | null = null
  for (const [at, after] of quantities.entries()) {
    if (after === null) continue
    if (before !== null && after !== before) return { at, before, after }
    before = after
  }
  return null
}
