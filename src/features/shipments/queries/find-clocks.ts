import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { CLOCK_KINDS, type ClockKind, clockState } from '../rules/step-clocks'

export type ClockRow = {
  id: string
  kind: ClockKind
  customerId: string | null
  customerName: string | null
  carrier: string | null
  days: number
  validFrom: CalendarDate
  validTo: CalendarDate | null
  source: string
  version: number
  /** Who set it last, and when; null for what came with the program. */
  changedBy: string | null
  changedAt: Date | null
  state: 'holds' | 'later' | 'former'
}

const CLOCKS_MAX = 2000

/** Every version of every clock, in the order of trade, the general before the particular, the latest first. */
export async function findClocks(actor: Actor, today: CalendarDate): Promise<ClockRow[]> {
  const rows = await select<Omit<ClockRow, 'state'>>(sql`
    SELECT s.id::text, s.kind, s.customer_id::text AS "customerId", c.name AS "customerName", s.carrier, s.days, s.valid_from AS "validFrom",
      s.valid_to AS "validTo", s.source, s.version, set.actor_name AS "changedBy", set.at AS "changedAt"
    FROM step_clock s LEFT JOIN customer c ON c.id = s.customer_id
    LEFT JOIN LATERAL (SELECT a.actor_name, a.at FROM audit_entry a WHERE a.table_name = 'step_clock' AND a.row_id = s.id::text ORDER BY a.id DESC LIMIT 1) set ON true
    WHERE s.customer_id IS NULL OR ${scopeOf(actor, sql`s.customer_id`)}
    ORDER BY array_position(${[...CLOCK_KINDS]}::text[], s.kind), s.customer_id IS NOT NULL, c.name, s.carrier NULLS FIRST, s.valid_from DESC LIMIT ${CLOCKS_MAX}`)
  return rows.map((row) => ({ ...row, state: clockState(row, rows, today) }))
}
