import type { Actor } from '@/core/actor'
import { type Money, money } from '@/core/money'
import { AT_RISK } from '@/features/deductions/queries/deduction-terms'
import { tabCondition } from '@/features/deductions/queries/tracker-conditions'
import { companyToday } from '@/server/clock'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'

export type OwnCustomer = {
  code: string
  name: string
  openCount: number
  dueCount: number
  toFile: number
  open: Money[]
  atRisk: Money[]
}

/** The customers somebody looks after, the ones with most at risk first. Money of several currencies stands side by side. */
export async function findOwnCustomers(actor: Actor): Promise<OwnCustomer[]> {
  const today = companyToday()
  const rows = await select<{
    code: string
    name: string
    currency: string
    open_count: number
    due_count: number
    to_file: number
    open_minor: bigint
    risk_minor: bigint
  }>(sql`
    SELECT c.code, c.name, coalesce(d.currency, c.currency) AS currency, count(d.id)::int AS open_count,
      count(d.id) FILTER (WHERE ${tabCondition(actor, 'due', today)})::int AS due_count,
      count(p.id) FILTER (WHERE p.state = 'ready')::int AS to_file,
      coalesce(sum(d.open_minor), 0)::bigint AS open_minor, coalesce(sum(${AT_RISK}), 0)::bigint AS risk_minor
    FROM customer c LEFT JOIN deduction d ON d.customer_id = c.id AND d.open_minor > 0 LEFT JOIN dispute p ON p.deduction_id = d.id
    WHERE ${scopeOf(actor, sql`c.id`)} GROUP BY c.code, c.name, coalesce(d.currency, c.currency) ORDER BY 8 DESC, c.name`)
  const customers = new Map<string, OwnCustomer>()
  for (const row of rows) {
    const own = customers.get(row.code) ?? { code: row.code, name: row.name, openCount: 0, dueCount: 0, toFile: 0, open: [], atRisk: [] }
    own.openCount += row.open_count
    own.dueCount += row.due_count
    own.toFile += row.to_file
    own.open.push(money(row.open_minor, row.currency))
    own.atRisk.push(money(row.risk_minor, row.currency))
    customers.set(row.code, own)
  }
  return [...customers.values()]
}
