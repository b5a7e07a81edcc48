import type { CalendarDate } from '@/core/calendar-date'
import { selectIn, sql, type Tx } from '@/server/db/client'
import { FREIGHT_RULES, type FreightRule } from '../rules/trade-rule'

/** What holds for claims on a carrier on a day: the carrier's own rule, else that of the trade. A kind without a rule is missing. */
export async function findFreightRules(tx: Tx, carrier: string, on: CalendarDate): Promise<ReadonlyMap<FreightRule, number>> {
  const rows = await selectIn<{ kind: FreightRule; value: number | null }>(
    tx,
    sql`SELECT DISTINCT ON (kind) kind, value FROM trade_rule WHERE kind = ANY(${[...FREIGHT_RULES]}::text[]) AND valid_from <= ${on}::date
      AND (carrier IS NULL OR carrier = ${carrier}) ORDER BY kind, carrier NULLS LAST, valid_from DESC`,
  )
  return new Map(rows.flatMap(({ kind, value }) => (value === null ? [] : [[kind, value] as const])))
}
