import { sumDecimals } from '@/formats/decimal-text'
import type { ReadFile } from '@/formats/staged-row'
import type { SetReading } from '@/formats/x12/set-reading'

/** The totals of all documents of a file together; those of several currencies have no common total. */
export function addTotals(totals: readonly NonNullable<SetReading['totals']>[]): ReadFile['totals'] {
  const [first] = totals
  if (!first || totals.some(({ currency }) => currency !== first.currency)) return { own: null, computed: null, currency: null }
  return {
    own: sumDecimals(totals.map(({ own }) => own)),
    computed: sumDecimals(totals.map(({ computed }) => computed)),
    currency: first.currency,
  }
}
