import type { Actor } from '@/core/actor'
import { AT_RISK } from '@/features/deductions/queries/deduction-terms'
import { tabCondition } from '@/features/deductions/queries/tracker-conditions'
import {
  TRACKER_COLUMNS,
  TRACKER_JOINS,
  type TrackerRecord,
  type TrackerRow,
  toTrackerRow,
} from '@/features/deductions/queries/tracker-row'
import { companyToday } from '@/server/clock'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'

const ROWS = 10

/**
 * The own deductions that are worth most to touch today: value at risk, weighed by how near the deadline is. What is
 * filed waits for the customer and is left out; what is past its window can hardly be won any more and comes late.
 */
export async function findOwnQueue(actor: Actor): Promise<TrackerRow[]> {
  const today = companyToday()
  const rows = await select<TrackerRecord>(sql`
    SELECT ${TRACKER_COLUMNS} FROM ${TRACKER_JOINS}
    WHERE ${scopeOf(actor, sql`d.customer_id`)} AND ${tabCondition(actor, 'mine', today)} AND d.state <> 'submitted' AND ${AT_RISK} > 0
    ORDER BY (${AT_RISK}) * CASE WHEN d.deadline_on IS NULL THEN 10 WHEN d.deadline_on < ${today}::date THEN 2
        WHEN d.deadline_on <= ${today}::date + 1 THEN 60 WHEN d.deadline_on <= ${today}::date + 3 THEN 40
        WHEN d.deadline_on <= ${today}::date + 7 THEN 25 WHEN d.deadline_on <= ${today}::date + 14 THEN 15 ELSE 10 END DESC,
      d.deadline_on NULLS LAST, d.number
    LIMIT ${ROWS}`)
  return rows.map((row) => toTrackerRow(row, today))
}
