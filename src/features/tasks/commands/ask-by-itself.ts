import * as z from 'zod'
import { defineCommand, findNothing } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { canSettle } from '../policy'
import { SUBJECT_KINDS, TEAMS } from '../rules/teams'

/**
 * Asks a team about records that call for it by themselves: one request per record. One that settled itself opens again with a new due
 * time; what a person closed, withdrew or has still open is left as it is. The title names the record in no language; its kind is the
 * sentence. The area that owns the records runs it inside its own command.
 */
export const askByItself = defineCommand({
  event: 'task.asked',
  input: z.strictObject({
    kind: z.string().min(1).max(60),
    subjectKind: z.enum(SUBJECT_KINDS),
    team: z.enum(TEAMS),
    requests: z
      .array(
        z.strictObject({ subjectId: z.uuid(), customerId: z.uuid().nullable(), title: z.string().min(1).max(200), dueOn: z.iso.date() }),
      )
      .min(1),
  }),
  find: findNothing,
  allow: canSettle,
  async change({ tx }, _nothing, { kind, subjectKind, team, requests }) {
    const asked = sql`jsonb_to_recordset(${JSON.stringify(requests)}::jsonb) AS r("subjectId" uuid, "customerId" uuid, title text, "dueOn" date)`
    const dueAt = sql`(r."dueOn" + time '17:00') AT TIME ZONE 'UTC'`
    const reopened = await selectIn<{ id: string }>(
      tx,
      sql`UPDATE task k SET state = 'open', answer = NULL, closed_at = NULL, due_at = ${dueAt}, version = k.version + 1 FROM ${asked}
        WHERE k.kind = ${kind} AND k.subject_kind = ${subjectKind} AND k.subject_id = r."subjectId" AND k.created_by IS NULL AND k.state = 'closed'
          AND 'task.settled' = (SELECT a.event FROM audit_entry a WHERE a.table_name = 'task' AND a.row_id = k.id::text ORDER BY a.id DESC LIMIT 1)
        RETURNING k.id::text`,
    )
    const made = await selectIn<{ id: string }>(
      tx,
      sql`INSERT INTO task (kind, subject_kind, subject_id, customer_id, team, title, due_at)
        SELECT ${kind}, ${subjectKind}, r."subjectId", r."customerId", ${team}, r.title, ${dueAt} FROM ${asked}
        WHERE NOT EXISTS (SELECT 1 FROM task k WHERE k.kind = ${kind} AND k.subject_kind = ${subjectKind} AND k.subject_id = r."subjectId")
        ORDER BY r."dueOn", r.title RETURNING id::text`,
    )
    return { asked: made.length, reopened: reopened.length }
  },
})
