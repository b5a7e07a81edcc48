import { select, sql } from '@/server/db/client'
import { MAILED_KINDS, NEWS_DAYS, type NewsMail } from '../rules/news'
import type { NewsRow } from './find-news'

/** A person's news that are neither read nor mailed, and whether a mail of news went out today. */
export type NewsToMail = { userId: string; newsMail: NewsMail; wasMailedToday: boolean; rows: WaitingNews[] }

type WaitingNews = Omit<NewsRow, 'isRead'> & { customerId: string | null }

/** Whoever was at the screen when it happened has read it soon; only what waits longer is mailed. */
const WAIT_SECONDS = 60
const ROWS_MAX = 200

/** News that wait for a mail, by person. `midnight` is the start of the company's day. */
export async function findNewsToMail(midnight: Date): Promise<NewsToMail[]> {
  const found = await select<WaitingNews & Omit<NewsToMail, 'rows'>>(sql`
    SELECT * FROM (
      SELECT u.id::text AS "userId", u.news_mail AS "newsMail", EXISTS (SELECT 1 FROM news m WHERE m.user_id = u.id AND m.mailed_at >= ${midnight} AND m.kind <> ALL(${[...MAILED_KINDS]}::text[])) AS "wasMailedToday",
        n.id::text, n.kind, n.subject_kind AS "subjectKind", n.subject_id::text AS "subjectId", n.label, n.count, n.who, n.customer_id::text AS "customerId", c.name AS "customerName", n.happened_at AS "happenedAt",
        row_number() OVER (PARTITION BY u.id ORDER BY n.happened_at DESC) AS place
      FROM news n JOIN app_user u ON u.id = n.user_id LEFT JOIN customer c ON c.id = n.customer_id
      WHERE n.read_at IS NULL AND n.mailed_at IS NULL AND u.news_mail <> 'never' AND NOT u.is_disabled
        AND n.happened_at < now() - make_interval(secs => ${WAIT_SECONDS}::int) AND n.happened_at > now() - make_interval(days => ${NEWS_DAYS}::int)
    ) waiting WHERE place <= ${ROWS_MAX} ORDER BY "userId", "happenedAt" DESC`)
  const people = new Map<string, NewsToMail>()
  for (const { userId, newsMail, wasMailedToday, ...row } of found) {
    const person = people.get(userId) ?? { userId, newsMail, wasMailedToday, rows: [] }
    person.rows.push(row)
    people.set(userId, person)
  }
  return [...people.values()]
}
