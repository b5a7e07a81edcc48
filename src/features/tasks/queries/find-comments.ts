import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { SubjectKind } from '../rules/teams'
import { mayHearOf, SUBJECTS } from './subject-sql'

export type CommentRow = { id: string; body: string; author: string; created_at: Date }
/** Somebody who may be named: written as '@' and the word before the '@' of their address. */
export type NamedPerson = { handle: string; name: string }
/** What was said about a record, oldest first, and who can be told of it. */
export type Talk = { comments: CommentRow[]; people: NamedPerson[] }

/** The comments on one record inside the actor's customers; nothing and nobody outside of them. */
export async function findComments(actor: Actor, subjectKind: SubjectKind, subjectId: string): Promise<Talk> {
  const [comments, people] = await Promise.all([
    select<CommentRow>(sql`
      SELECT m.id, m.body, u.name AS author, m.created_at FROM comment m JOIN app_user u ON u.id = m.author_id
      WHERE m.subject_kind = ${subjectKind} AND m.subject_id = ${subjectId}::uuid AND ${scopeOf(actor, sql`m.customer_id`)} ORDER BY m.created_at, m.id`),
    select<NamedPerson>(sql`
      SELECT lower(split_part(u.email, '@', 1)) AS handle, u.name FROM ${SUBJECTS[subjectKind]} s CROSS JOIN app_user u
      WHERE s.id = ${subjectId}::uuid AND ${scopeOf(actor, sql`s.customer_id`)} AND ${mayHearOf(sql`s.customer_id`)}
        AND u.id IS DISTINCT FROM ${actor.kind === 'user' ? actor.userId : null}::uuid ORDER BY u.name, u.id LIMIT 500`),
  ])
  return { comments, people }
}
