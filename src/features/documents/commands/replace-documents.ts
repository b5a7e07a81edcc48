import type { Scope } from '@/server/command'
import { sql, type Tx } from '@/server/db/client'

/** Puts a better paper in the place of one as evidence; both are kept. */
export async function replaceDocuments({ tx }: Scope, weakId: string, betterId: string): Promise<void> {
  await tx.$executeRaw(sql`UPDATE document SET replaced_by_id = ${betterId}::uuid WHERE id = ${weakId}::uuid AND replaced_by_id IS NULL`)
}

/** Puts papers back as evidence whose better one turned out to be none. */
export async function putBackDocuments({ tx }: Scope, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw(sql`UPDATE document SET replaced_by_id = NULL WHERE id = ANY(${[...ids]}::uuid[])`)
}

/** Notes that a person checked what a machine read on a paper. */
export async function noteChecked({ tx, actor }: Scope, documentId: string): Promise<void> {
  const readBy = actor.kind === 'job' ? null : actor.userId
  await tx.$executeRaw(sql`UPDATE document SET read_by = ${readBy}::uuid, read_at = clock_timestamp() WHERE id = ${documentId}::uuid`)
}

/** Puts papers back as evidence before those that stand for them go with an undone import (`undoing` names them). */
export async function putBackReplaced(tx: Tx): Promise<void> {
  await tx.$executeRaw(sql`
    UPDATE document SET replaced_by_id = NULL
    WHERE replaced_by_id IN (SELECT record_id FROM undoing WHERE table_name = 'document' AND version_id IS NULL)`)
}
