import type { Actor } from '@/core/actor'
import { type Money, money } from '@/core/money'
import { type Sql, select, sql } from '@/server/db/client'

/** Up to which amount, in minor units by currency, somebody may give up money alone. A currency that is missing means nothing. */
export type Limits = ReadonlyMap<string, bigint>

type LimitRow = { currency: string; minor: bigint }

/** The actor's own limits: per currency the highest of their roles. `run` reads inside a transaction. */
export async function findOwnLimits(actor: Actor, run: (query: Sql) => Promise<LimitRow[]> = select<LimitRow>): Promise<Limits> {
  const rows = await run(sql`
    SELECT currency, max(limit_minor) AS minor FROM approval_limit WHERE role = ANY(${[...actor.roles]}::text[]) GROUP BY currency`)
  return new Map(rows.map((row) => [row.currency, row.minor]))
}

/** The limit in one currency. */
export function limitIn(limits: Limits, currency: string): Money {
  return money(limits.get(currency) ?? 0n, currency)
}

/** Whether the amount needs a second person. */
export function isAbove(limits: Limits, minor: bigint, currency: string): boolean {
  return minor > limitIn(limits, currency).minor
}
