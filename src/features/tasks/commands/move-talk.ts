import { sql, type Tx } from '@/server/db/client'

/** What was said and asked about some deductions goes on with another one. */
export async function moveTalk(tx: Tx, from: readonly string[], to: string): Promise<void> {
  await tx.$executeRaw(
    sql`UPDATE comment SET subject_id = ${to}::uuid WHERE subject_kind = 'deduction' AND subject_id = ANY(${[...from]}::uuid[])`,
  )
  await tx.$executeRaw(sql`
    UPDATE task SET subject_id = ${to}::uuid, version = version + 1 WHERE subject_kind = 'deduction' AND subject_id = ANY(${[...from]}::uuid[])`)
}
