import type { CalendarDate } from '@/core/calendar-date'
import { select, sql } from '@/server/db/client'
import type { Rhythm, ViewPage } from '../rules/saved-view'

/** A mail that may be due: which view, for whom. */
export type WaitingSubscription = {
  id: string
  rhythm: Rhythm
  doneOn: CalendarDate | null
  userId: string
  viewId: string
  page: ViewPage
  name: string
  query: string
}

/** Subscriptions not served today, of people who still work here and still see the view. */
export async function findDueSubscriptions(today: CalendarDate): Promise<WaitingSubscription[]> {
  return select<WaitingSubscription>(sql`
    SELECT s.id::text, s.rhythm, s.done_on AS "doneOn", s.user_id::text AS "userId", v.id::text AS "viewId", v.page, v.name, v.query
    FROM view_subscription s JOIN saved_view v ON v.id = s.view_id JOIN app_user u ON u.id = s.user_id
    WHERE NOT u.is_disabled AND (v.is_shared OR v.owner_id = s.user_id) AND (s.done_on IS NULL OR s.done_on < ${today}::date)
    ORDER BY s.id LIMIT 500`)
}
