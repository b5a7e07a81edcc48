import type { Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { SUBJECTS } from '../queries/subject-sql'
import type { SubjectKind } from '../rules/teams'

export type SubjectRecord = { id: string; customerId: string | null }

/** The record a task or comment is about, if it exists inside the actor's customers. */
export async function findSubject(
  { tx, actor }: Scope,
  input: { subjectKind: SubjectKind; subjectId: string },
): Promise<SubjectRecord | null> {
  const [row] = await selectIn<{ id: string; customer_id: string | null }>(
    tx,
    sql`SELECT s.id::text, s.customer_id::text FROM ${SUBJECTS[input.subjectKind]} s WHERE s.id = ${input.subjectId}::uuid AND ${scopeOf(actor, sql`s.customer_id`)}`,
  )
  return row ? { id: row.id, customerId: row.customer_id } : null
}
