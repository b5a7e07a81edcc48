import type { Sql } from '@/server/db/client'

/** Where facts are read: the pool, one snapshot of it, or a transaction that has written what is to be judged. */
export type Read = <Row>(query: Sql) => Promise<Row[]>

/** Distinct pairs of customer and number, each with its place in the two arrays that a statement unnests. */
export class NumbersOfCustomers {
  readonly customerIds: string[] = []
  readonly keys: string[] = []
  private readonly places = new Map<string, number>()

  add(customerId: string, key: string | null): void {
    if (key === null || this.places.has(customerId + key)) return
    this.places.set(customerId + key, this.keys.push(key))
    this.customerIds.push(customerId)
  }

  /** The place counted from one, as WITH ORDINALITY counts; null for what was not asked. */
  placeOf(customerId: string, key: string | null): number | null {
    return key === null ? null : (this.places.get(customerId + key) ?? null)
  }
}

/** Rows by what they belong to, each group in the order in which the statement answered. */
export class Groups<Owner, Row> {
  private readonly rows = new Map<Owner, Row[]>()

  add(owner: Owner, row: Row): void {
    const group = this.rows.get(owner)
    if (group === undefined) this.rows.set(owner, [row])
    else group.push(row)
  }

  of(owner: Owner | null): readonly Row[] {
    return owner === null ? [] : (this.rows.get(owner) ?? [])
  }
}

/** Groups rows by their column `owner`, which is not part of the fact. */
export function grouped<Owner, Row extends { owner: Owner }>(rows: readonly Row[]): Groups<Owner, Omit<Row, 'owner'>> {
  const groups = new Groups<Owner, Omit<Row, 'owner'>>()
  for (const { owner, ...fact } of rows) groups.add(owner, fact)
  return groups
}

/** The distinct values that are there. */
export function distinct(values: Iterable<string | null | undefined>): string[] {
  const set = new Set(values)
  set.delete(null)
  set.delete(undefined)
  return [...set] as string[]
}
