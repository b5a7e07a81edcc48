import { select, sql } from '@/server/db/client'

export type DisputeEvent = {
  id: string
  at: Date
  event: string
  actorKind: string
  actorName: string
  body: string | null
  version: number | null
}

/** What happened to a dispute, newest first, one line per act. The caller has checked that the actor may see it. */
export async function findDisputeTimeline(disputeId: string): Promise<DisputeEvent[]> {
  return select<DisputeEvent>(sql`
    SELECT max(a.id)::text AS id, max(a.at) AS at, a.event, a.actor_kind AS "actorKind", a.actor_name AS "actorName",
      max(a.after ->> 'body') AS body, max(CASE WHEN a.table_name = 'dispute_package' THEN (a.after ->> 'version')::int END) AS version
    FROM audit_entry a
    WHERE (a.table_name, a.row_id) IN (
      SELECT 'dispute', ${disputeId}::text
      UNION ALL SELECT 'dispute_package', k.id::text FROM dispute_package k WHERE k.dispute_id = ${disputeId}::uuid
      UNION ALL SELECT 'submission', s.id::text FROM submission s WHERE s.dispute_id = ${disputeId}::uuid
      UNION ALL SELECT 'comment', c.id::text FROM comment c WHERE c.subject_kind = 'dispute' AND c.subject_id = ${disputeId}::uuid
      UNION ALL SELECT 'task', t.id::text FROM task t WHERE t.subject_kind = 'dispute' AND t.subject_id = ${disputeId}::uuid)
    GROUP BY a.operation_id, a.event, a.actor_kind, a.actor_name ORDER BY max(a.id) DESC LIMIT 100`)
}
