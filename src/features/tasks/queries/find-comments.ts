import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { SubjectKind } from '../rules/teams'

export type CommentRow = { id: string; body: string; author: string; created_at: Date }

/** The comments on one record, oldest first. */
export async function findComments(actor: Actor, subjectKind: SubjectKind, subjectId: string): Promise<CommentRow[]> {
  return select<CommentRow>(sql`
    SELECT m.id, m.body, u.name AS author, m.created_at FROM comment m JOIN app_user u ON u.id = m.author_id
    WHERE m.subject_kind = ${subjectKind} AND m.subject_id = ${subjectId}::uuid AND ${scopeOf(actor, sql`m.customer_id`)} ORDER BY m.created_at, m.id`)
}
