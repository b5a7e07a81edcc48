import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { DifferenceKind, DifferenceState } from '../rules/difference-kinds'

export type OrderDifference = {
  id: string
  kind: DifferenceKind
  line: string | null
  field: string
  sap_value: string | null
  other_value: string | null
  other_source: string | null
  severity_minor: bigint
  currency: string
  owner_team: string
  state: DifferenceState
}

/** Where the systems disagree about one order; what is settled stands last. */
export async function findOrderDifferences(actor: Actor, customerId: string, poKey: string): Promise<OrderDifference[]> {
  return select<OrderDifference>(sql`
    SELECT d.id, d.kind, d.line, d.field, d.sap_value, d.other_value, d.other_source, d.severity_minor, d.currency, d.owner_team, d.state
    FROM difference d WHERE d.customer_id = ${customerId}::uuid AND d.po_key = ${poKey} AND ${scopeOf(actor, sql`d.customer_id`)}
    ORDER BY d.state IN ('accepted', 'resolved'), d.severity_minor DESC, d.id LIMIT 200`)
}
