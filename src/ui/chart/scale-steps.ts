export type StepScale = { yOf: (quantity: number) => number; ticks: readonly number[] }

const TOP = 26
const BOTTOM = 82

/**
 * Height of each quantity in the step chart. The band shown is twice the spread, so that a difference of a few pieces
 * in thousands is still a visible step; with no spread the line runs at the top and zero marks the bottom.
 */
export function scaleSteps(quantities: readonly (number | null)[]): StepScale {
  const known = quantities.filter((quantity) => quantity !== null)
  const highest = Math.max(0, ...known)
  const lowest = known.length === 0 ? 0 : Math.min(...known)
  const spread = highest - lowest
  const floor = spread === 0 ? 0 : lowest - spread
  const span = highest - floor || 1
  const ticks = spread === 0 ? [highest, 0] : [highest, lowest, floor]
  return { yOf: (quantity) => TOP + ((highest - quantity) / span) * (BOTTOM - TOP), ticks: [...new Set(ticks.filter((tick) => tick >= 0))] }
}

/** Which steps say another quantity than the first that says one; a step that says none does not. */
export function differFromFirst(quantities: readonly (number | null)[]): boolean[] {
  const first = quantities.find((quantity) => quantity !== null)
  return quantities.map((quantity) => quantity !== null && quantity !== first)
}
