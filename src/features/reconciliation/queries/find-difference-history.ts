import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'

/** One thing that happened to a difference: found, moved, asked, accepted, closed by itself, come back. */
export type DifferenceEvent = {
  id: string
  at: Date
  event: string
  actorKind: string
  actorName: string
  /** 'difference', 'task', 'comment', or 'reply' for a mail that answers ours. */
  subject: string
  before: Readonly<Record<string, unknown>> | null
  after: Readonly<Record<string, unknown>> | null
  /** The mail that was sent, or the paper that holds the answer. */
  mail: { to: string; subject: string } | null
  document_id: string | null
}

const EVENTS_MAX = 60

/** What happened to a difference and to what was asked, mailed and said about it, newest first; nothing is ever taken out of it. */
export async function findDifferenceHistory(actor: Actor, id: string): Promise<DifferenceEvent[]> {
  return select<DifferenceEvent>(sql`
    WITH seen AS (SELECT d.id FROM difference d WHERE d.id = ${id}::uuid AND ${scopeOf(actor, sql`d.customer_id`)}),
    mails AS (SELECT m.* FROM mail_message m JOIN seen ON m.subject_kind = 'difference' AND m.subject_id = seen.id)
    SELECT * FROM (
      SELECT a.id::text AS id, a.at, a.event, a.actor_kind AS "actorKind", a.actor_name AS "actorName", a.table_name AS subject, a.before, a.after,
        (SELECT jsonb_build_object('to', m.to_address, 'subject', m.subject) FROM mails m
          WHERE a.event = 'difference.correction-mailed' AND m.created_at = a.at LIMIT 1) AS mail, NULL::text AS document_id, a.id AS place
      FROM audit_entry a
      WHERE EXISTS (SELECT 1 FROM seen) AND (a.table_name, a.row_id) IN (
        SELECT 'difference', ${id}
        UNION ALL SELECT 'task', t.id::text FROM task t WHERE t.subject_kind = 'difference' AND t.subject_id = ${id}::uuid
        UNION ALL SELECT 'comment', c.id::text FROM comment c WHERE c.subject_kind = 'difference' AND c.subject_id = ${id}::uuid)
      UNION ALL
      SELECT w.id::text, w.created_at, 'mail.answered', 'job', w.file_name, 'reply', NULL, jsonb_build_object('subject', w.lines -> 0 ->> 0, 'text', w.lines -> 0 ->> 1),
        NULL, w.id::text, NULL
      FROM mails m JOIN document_link l ON l.id_kind = 'answers' AND l.id_key = comparison_key(m.message_id)
      JOIN document w ON w.id = l.document_id AND w.tombstoned_at IS NULL
    ) told ORDER BY at DESC, place DESC NULLS FIRST LIMIT ${EVENTS_MAX}`)
}
