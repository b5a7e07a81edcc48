import type { Scope } from '@/server/command'
import { type Sql, selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { SubjectKind } from '../rules/teams'

export type SubjectRecord = { id: string; customerId: string | null }

const TABLES: Readonly<Record<SubjectKind, Sql>> = {
  deduction: sql`deduction`,
  dispute: sql`dispute`,
  difference: sql`difference`,
  'order-exception': sql`order_exception`,
  document: sql`document`,
  signal: sql`order_signal`,
  'import-batch': sql`import_batch`,
  customer: sql`(SELECT id, id AS customer_id FROM customer)`,
}

/** The record a task or comment is about, if it exists inside the actor's customers. */
export async function findSubject(
  { tx, actor }: Scope,
  input: { subjectKind: SubjectKind; subjectId: string },
): Promise<SubjectRecord | null> {
  const [row] = await selectIn<{ id: string; customer_id: string | null }>(
    tx,
    sql`SELECT s.id::text, s.customer_id::text FROM ${TABLES[input.subjectKind]} s WHERE s.id = ${input.subjectId}::uuid AND ${scopeOf(actor, sql`s.customer_id`)}`,
  )
  return row ? { id: row.id, customerId: row.customer_id } : null
}
