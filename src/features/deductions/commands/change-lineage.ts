import { systemActor } from '@/core/actor'
import type { Scope } from '@/server/command'
import { sql, type Tx } from '@/server/db/client'
import { keepAsVersion } from '@/server/undo-records'
import { describeDeductions } from './describe-deductions'
import { triageChunk } from './triage-deductions'

/** Moves deductions whose sources have gone elsewhere into kept versions, with their verdicts. */
export async function takeOut(tx: Tx, ids: readonly string[]): Promise<void> {
  const chosen = sql`SELECT unnest(${[...ids]}::uuid[])`
  await keepAsVersion(
    tx,
    null,
    { table: 'deduction', hasVersion: true },
    chosen,
    sql` || jsonb_build_object('verdicts', (SELECT coalesce(jsonb_agg(to_jsonb(v)), '[]') FROM verdict v WHERE v.deduction_id = t.id))`,
  )
  await tx.$executeRaw(sql`DELETE FROM verdict WHERE deduction_id IN (${chosen})`)
  await tx.$executeRaw(sql`DELETE FROM deduction WHERE id IN (${chosen})`)
}

/** Describes deductions anew from all the sources they have now, and judges them by that. */
export async function describeAndJudge(scope: Scope, ids: readonly string[]): Promise<void> {
  const { tx } = scope
  await tx.$executeRaw(sql`
    CREATE TEMP TABLE touched ON COMMIT DROP AS SELECT unnest(${[...ids]}::uuid[]) AS deduction_id, false AS is_new`)
  await describeDeductions(tx)
  await tx.$executeRaw(sql`DROP TABLE touched`)
  await tx.$executeRaw(
    sql`UPDATE deduction SET facts_hash = NULL, version = version + 1, updated_at = now() WHERE id = ANY(${[...ids]}::uuid[])`,
  )
  await triageChunk(systemActor('finder'), { ids: [...ids] }, { within: scope })
}
