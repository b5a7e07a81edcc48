import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { ExceptionKind, ExceptionState } from '../rules/exception-kinds'

export type ExportedException = {
  customer: string
  po: string
  /** Null where the whole order is meant. */
  line: string | null
  kind: ExceptionKind
  field: string
  expected: string | null
  actual: string | null
  atStake: { minor: string; currency: string }
  state: ExceptionState
  team: string
  owner: string | null
  dueAt: string | null
}

/** Every exception that the facts still show, in the shape other programs read; money in minor units as text. */
export async function exportExceptions(actor: Actor): Promise<ExportedException[]> {
  return select<ExportedException>(sql`
    SELECT c.code AS customer, x.po_number AS po, nullif(x.line, '') AS line, x.kind, x.field, x.expected, x.actual,
      jsonb_build_object('minor', x.at_stake_minor::text, 'currency', x.currency) AS "atStake", x.state, x.owner_team AS team, u.email AS owner,
      to_char(x.due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "dueAt"
    FROM order_exception x JOIN customer c ON c.id = x.customer_id LEFT JOIN app_user u ON u.id = x.owner_id
    WHERE x.state <> 'resolved' AND ${scopeOf(actor, sql`x.customer_id`)} ORDER BY c.code, x.po_key, line_number(x.line) NULLS FIRST, x.kind, x.field`)
}
