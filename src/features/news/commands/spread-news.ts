import * as z from 'zod'
import { isSystem } from '@/features/people/policy'
import { defineCommand, findNothing } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { MAILED_KINDS } from '../rules/news'
import { NEWS_SOURCES } from './news-sources'

/** So many links of the audit chain are read at a time; what is left is read by the next call. */
const LINKS_MAX = 20_000

/**
 * Tells people what others did that concerns them: reads the audit chain from where it stopped, in the order of commits, so
 * that nothing is told twice and nothing is passed over. What one operation did is told once. Nobody is told of their own
 * doing. Before the first call nothing counts as news. Answers how many pieces were told.
 */
export const spreadNews = defineCommand({
  event: 'news.spread',
  input: z.strictObject({}),
  find: findNothing,
  allow: isSystem,
  timeoutMs: 60_000,
  async change({ tx }) {
    const [span] = await selectIn<{ from: bigint; to: bigint }>(
      tx,
      sql`WITH head AS (SELECT chain_no FROM audit_chain_head WHERE id = 1), started AS (
          INSERT INTO news_cursor (id, chain_no) SELECT 1, chain_no FROM head ON CONFLICT (id) DO UPDATE SET chain_no = news_cursor.chain_no RETURNING chain_no
        )
        SELECT started.chain_no AS "from", least(head.chain_no, started.chain_no + ${LINKS_MAX}::int) AS "to" FROM started, head`,
    )
    if (!span || span.from === span.to) return { told: 0 }
    await tx.$executeRaw(sql`
      CREATE TEMPORARY TABLE heard ON COMMIT DROP AS
      SELECT event, actor_kind, actor_id, actor_name, operation_id, table_name, row_id, before, after, at FROM audit_entry
      WHERE chain_no > ${span.from} AND chain_no <= ${span.to} AND table_name IN ('deduction', 'task', 'approval_request', 'dispute', 'import_batch', 'comment')`)
    let told = 0
    for (const { kind, rows } of NEWS_SOURCES) {
      told += await tx.$executeRaw(sql`
        INSERT INTO news (user_id, kind, operation_id, subject_kind, subject_id, customer_id, label, count, who, happened_at, mailed_at)
        SELECT n.user_id, ${kind}, n.operation_id, min(n.subject_kind), (array_agg(n.subject_id ORDER BY n.label, n.subject_id))[1], CASE WHEN count(DISTINCT n.customer_id) = 1 THEN min(n.customer_id::text)::uuid END,
          min(n.label), count(DISTINCT n.subject_id)::int, min(CASE WHEN n.actor_kind <> 'job' THEN n.actor_name END), max(n.at),
          CASE WHEN ${MAILED_KINDS.includes(kind)} THEN max(n.at) END
        FROM (${rows}) AS n (user_id, operation_id, actor_kind, actor_id, actor_name, at, subject_kind, subject_id, customer_id, label) JOIN app_user u ON u.id = n.user_id AND NOT u.is_disabled
        WHERE n.actor_id IS DISTINCT FROM n.user_id::text AND (n.customer_id IS NULL OR n.customer_id IN (SELECT a.customer_id FROM customer_assignment a WHERE a.user_id = u.id)
          OR EXISTS (SELECT 1 FROM user_role r WHERE r.user_id = u.id AND r.role <> 'account-manager'))
        GROUP BY n.user_id, n.operation_id ON CONFLICT (user_id, kind, operation_id) DO NOTHING`)
    }
    await tx.$executeRaw(sql`UPDATE news_cursor SET chain_no = ${span.to} WHERE id = 1`)
    return { told }
  },
})
