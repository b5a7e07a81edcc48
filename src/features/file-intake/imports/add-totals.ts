import type { ControlSum } from '@/core/control-sum'
import { sumDecimals } from '@/formats/decimal-text'
import type { ReadFile } from '@/formats/staged-row'
import type { SetReading } from '@/formats/x12/set-reading'

/** The totals of one document and the kind of it. */
export type DocumentTotals = NonNullable<SetReading['totals']> & { kind: string }

/** The totals of all documents of a file: by kind and currency, and together where they have one currency. */
export function addTotals(totals: readonly DocumentTotals[]): { totals: ReadFile['totals']; sums: ControlSum[] } {
  const groups = new Map<string, DocumentTotals[]>()
  for (const one of totals) {
    const key = `${one.kind} ${one.currency}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  const sums = [...groups.values()].flatMap((group): ControlSum[] => {
    const [first] = group
    return first === undefined ? [] : [{ kind: first.kind, currency: first.currency, ...sumOf(group) }]
  })
  const [first] = totals
  const isOne = first !== undefined && totals.every(({ currency }) => currency === first.currency)
  return { totals: isOne ? { ...sumOf(totals), currency: first.currency } : { own: null, computed: null, currency: null }, sums }
}

function sumOf(totals: readonly DocumentTotals[]): { own: string; computed: string } {
  return { own: sumDecimals(totals.map(({ own }) => own)), computed: sumDecimals(totals.map(({ computed }) => computed)) }
}
