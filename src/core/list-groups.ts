import { add, type Money } from './money'

/** Rows of one currency, and each summed column over them. */
export type ListSum = { currency: string; count: number; sums: Readonly<Record<string, Money>> }

/** Rows of a list that share a value: how many, and what they come to per currency. */
export type ListGroup = { key: string; count: number; sums: readonly ListSum[] }

/** What all groups come to, per currency; never added across currencies. */
export function sumOfGroups(groups: readonly ListGroup[]): ListSum[] {
  const all = new Map<string, ListSum>()
  for (const sum of groups.flatMap(({ sums }) => sums)) {
    const so = all.get(sum.currency)
    all.set(sum.currency, so === undefined ? sum : plus(so, sum))
  }
  return [...all.values()]
}

function plus(a: ListSum, b: ListSum): ListSum {
  const sums = Object.entries(a.sums).map(([key, value]): [string, Money] => [key, add(value, b.sums[key] ?? value)])
  return { currency: a.currency, count: a.count + b.count, sums: Object.fromEntries(sums) }
}
