import { asCalendarDate } from '@/core/calendar-date'
import { selectIn, sql, type Tx } from '@/server/db/client'
import { dueDay } from '../rules/due-day'

type Group = { time_zone: string; seen_on: string; ship_on: string | null; holidays: string[] }

/** When a customer's working day ends. */
const CLOSE = '17:00'

/** Gives every exception that has none its due time: the close of a working day of the customer, in its zone and calendar. */
export async function setDueTimes(tx: Tx): Promise<void> {
  await tx.$executeRaw(sql`
    CREATE TEMPORARY TABLE due_exception ON COMMIT DROP AS
    SELECT e.id, z.time_zone, (CASE WHEN e.reopened_count > 0 THEN e.last_seen_at ELSE e.first_seen_at END AT TIME ZONE z.time_zone)::date AS seen_on,
      coalesce(o.ship_from, o.ship_by) AS ship_on, coalesce(t.holidays, '{}') AS holidays
    FROM order_exception e
    JOIN customer c ON c.id = e.customer_id
    LEFT JOIN purchase_order o ON o.id = e.purchase_order_id
    LEFT JOIN order_term t ON t.customer_id = e.customer_id
    -- A zone nobody knows would stop the whole check.
    CROSS JOIN LATERAL (SELECT CASE WHEN c.time_zone IN (SELECT name FROM pg_timezone_names) THEN c.time_zone ELSE 'UTC' END AS time_zone) z
    WHERE e.due_at IS NULL AND e.state IN ('open', 'held')`)
  const groups = await selectIn<Group>(
    tx,
    sql`SELECT DISTINCT time_zone, seen_on::text, ship_on::text, holidays::text[] FROM due_exception`,
  )
  const due = groups.map((group) => ({
    ...group,
    due_on: dueDay({
      seenOn: asCalendarDate(group.seen_on),
      shipOn: group.ship_on === null ? null : asCalendarDate(group.ship_on),
      holidays: group.holidays.map(asCalendarDate),
    }),
  }))
  await tx.$executeRaw(sql`
    UPDATE order_exception e SET due_at = (g.due_on + ${CLOSE}::time) AT TIME ZONE g.time_zone
    FROM due_exception d JOIN jsonb_to_recordset(${JSON.stringify(due)}::jsonb) AS g(time_zone text, seen_on date, ship_on date, holidays date[], due_on date)
      ON g.time_zone = d.time_zone AND g.seen_on = d.seen_on AND g.ship_on IS NOT DISTINCT FROM d.ship_on AND g.holidays = d.holidays
    WHERE e.id = d.id`)
}
