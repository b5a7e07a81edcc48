import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { ExceptionKind, ExceptionState } from '../rules/exception-kinds'

export type OrderExceptionRow = {
  id: string
  line: string
  kind: ExceptionKind
  field: string
  expected: string | null
  actual: string | null
  at_stake_minor: bigint
  currency: string
  steps: { step: string; value: string | null; source: string; batch?: string; position?: string; on?: string }[]
  state: ExceptionState
  reason: string | null
  decided_by: string | null
  decided_at: Date | null
  version: number
}

/** What is wrong with one order, the dearest first, with what was decided about it. */
export async function findOrderExceptions(actor: Actor, customerCode: string, poKey: string): Promise<OrderExceptionRow[]> {
  return select<OrderExceptionRow>(sql`
    SELECT x.id, x.line, x.kind, x.field, x.expected, x.actual, x.at_stake_minor, x.currency, x.steps, x.state, x.reason, u.name AS decided_by, x.decided_at, x.version
    FROM order_exception x JOIN purchase_order o ON o.id = x.purchase_order_id JOIN customer c ON c.id = o.customer_id LEFT JOIN app_user u ON u.id = x.decided_by
    WHERE c.code = ${customerCode} AND o.number_key = ${poKey} AND ${scopeOf(actor, sql`x.customer_id`)}
    ORDER BY x.state = 'resolved', x.at_stake_minor DESC, line_number(x.line), x.id`)
}
