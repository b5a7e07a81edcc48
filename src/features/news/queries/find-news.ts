import type { Actor } from '@/core/actor'
import { type Sql, select, sql } from '@/server/db/client'
import { limitToPage } from '@/server/db/limit-to-page'
import { scopeOf } from '@/server/db/scope-of'
import { NEWS_DAYS, type NewsKind, type NewsMail } from '../rules/news'
import type { NewsFilter, NewsTab } from '../schemas'

export type NewsRow = {
  id: string
  kind: NewsKind
  subjectKind: string
  subjectId: string
  label: string
  count: number
  /** Name of the person who did it; null when the system did. */
  who: string | null
  customerName: string | null
  happenedAt: Date
  isRead: boolean
}

export type NewsPage = { rows: NewsRow[]; counts: Record<NewsTab, number>; newsMail: NewsMail }

/** The actor's own news of the last days, newest first, and when they come by mail. */
export async function findNews(actor: Actor, filter: NewsFilter): Promise<NewsPage> {
  if (actor.kind !== 'user') return { rows: [], counts: { unread: 0, all: 0 }, newsMail: 'never' }
  const own = ownNews(actor)
  const unread = sql`n.read_at IS NULL`
  const [rows, [counts]] = await Promise.all([
    select<NewsRow>(sql`
      SELECT n.id::text, n.kind, n.subject_kind AS "subjectKind", n.subject_id::text AS "subjectId", n.label, n.count, n.who, c.name AS "customerName", n.happened_at AS "happenedAt", n.read_at IS NOT NULL AS "isRead"
      FROM news n LEFT JOIN customer c ON c.id = n.customer_id WHERE ${own} AND ${filter.tab === 'unread' ? unread : sql`TRUE`}
      ORDER BY n.happened_at DESC, n.id ${limitToPage(filter.page)}`),
    select<{ unread: number; all: number; newsMail: NewsMail }>(sql`
      SELECT count(n.id) FILTER (WHERE ${unread})::int AS unread, count(n.id)::int AS "all", u.news_mail AS "newsMail"
      FROM app_user u LEFT JOIN news n ON ${own} WHERE u.id = ${actor.userId}::uuid GROUP BY u.id`),
  ])
  return { rows, counts: { unread: counts?.unread ?? 0, all: counts?.all ?? 0 }, newsMail: counts?.newsMail ?? 'daily' }
}

/** How many pieces of news the actor has not read. */
export async function countUnreadNews(actor: Actor): Promise<number> {
  const [found] = await select<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM news n WHERE ${ownNews(actor)} AND n.read_at IS NULL`,
  )
  return found?.count ?? 0
}

/** The condition of what is told over `news n`: the reader's own, recent, of customers the reader sees now. */
function ownNews(actor: Actor): Sql {
  if (actor.kind !== 'user') return sql`FALSE`
  return sql`n.user_id = ${actor.userId}::uuid AND n.happened_at > now() - make_interval(days => ${NEWS_DAYS}::int)
    AND (n.customer_id IS NULL OR ${scopeOf(actor, sql`n.customer_id`)})`
}
