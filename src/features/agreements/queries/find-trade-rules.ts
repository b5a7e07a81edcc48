import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { companyToday } from '@/server/clock'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { TradeRuleKind } from '../rules/trade-rule'

/** One version of a rule: what held from a day on, where it was read, when it was checked. */
export type TradeRuleRow = {
  id: string
  kind: TradeRuleKind
  customerId: string | null
  customerName: string | null
  carrier: string | null
  /** Parts per million, days or months, by kind; null when there is none any more. */
  value: number | null
  validFrom: CalendarDate
  source: string
  checkedOn: CalendarDate | null
  setBy: string | null
  version: number
  isInForce: boolean
  isNewest: boolean
}

/** Every version of every rule the actor may see: of the trade, and of the customers they see; newest first. */
export async function findTradeRules(actor: Actor, customerId: string | null = null): Promise<TradeRuleRow[]> {
  const same = sql`y.kind = r.kind AND y.customer_id IS NOT DISTINCT FROM r.customer_id AND y.carrier IS NOT DISTINCT FROM r.carrier`
  return select<TradeRuleRow>(sql`
    SELECT r.id::text, r.kind, r.customer_id::text AS "customerId", c.name AS "customerName", r.carrier, r.value, r.valid_from AS "validFrom", r.source,
      r.checked_on AS "checkedOn", u.name AS "setBy", r.version,
      coalesce(r.id = (SELECT y.id FROM trade_rule y WHERE ${same} AND y.valid_from <= ${companyToday()}::date ORDER BY y.valid_from DESC LIMIT 1), false) AS "isInForce",
      NOT EXISTS (SELECT 1 FROM trade_rule y WHERE ${same} AND y.valid_from > r.valid_from) AS "isNewest"
    FROM trade_rule r LEFT JOIN customer c ON c.id = r.customer_id LEFT JOIN app_user u ON u.id = r.set_by
    WHERE (r.customer_id IS NULL OR ${scopeOf(actor, sql`r.customer_id`)}) AND (${customerId}::uuid IS NULL OR r.customer_id = ${customerId}::uuid)
    ORDER BY r.customer_id IS NULL DESC, c.name, r.kind, r.carrier NULLS FIRST, r.valid_from DESC`)
}
