import * as z from 'zod'
import { parseScaled, scaledToText } from './money'

/** The file's own total of one kind and currency, null where it states none, against ours over its rows; decimal text. */
export const ControlSum = z.strictObject({
  kind: z.string(),
  currency: z.string().nullable(),
  own: z.string().nullable(),
  computed: z.string(),
})
export type ControlSum = z.output<typeof ControlSum>

/** What the file states less what its rows add up to, as decimal text; null where it states nothing or no number. */
export function differenceOfSum({ own, computed }: ControlSum): string | null {
  if (own === null) return null
  const digits = Math.max(decimalsOf(own), decimalsOf(computed))
  const [stated, added] = [parseScaled(own, digits), parseScaled(computed, digits)]
  return stated === null || added === null ? null : scaledToText(stated - added, digits)
}

/** True when the file states no total, or the one that its rows add up to. */
export function isSumRight(sum: ControlSum): boolean {
  const difference = differenceOfSum(sum)
  return difference === null || /^-?[0.]*$/.test(difference)
}

function decimalsOf(text: string): number {
  return text.split('.')[1]?.length ?? 0
}
