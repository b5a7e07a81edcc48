import * as z from 'zod'
import { Refusal } from '@/core/refusal'
import { moveTalk } from '@/features/tasks/commands/move-talk'
import { defineCommand, type Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { canDivide } from '../policy'
import { isHandled } from '../rules/split'
import { assertFresh } from './assert-fresh'
import { describeAndJudge, takeOut } from './change-lineage'
import { findForLineage, type LineageSubject } from './find-for-lineage'

/** A deduction that goes into another one, with the versions that were seen. */
const MergeInput = z.strictObject({
  id: z.uuid(),
  version: z.number().int().positive(),
  otherId: z.uuid('required'),
  otherVersion: z.number().int().positive(),
  reason: z.string().trim().min(1, 'required').max(1_000, 'too_big'),
})
type Input = z.output<typeof MergeInput>
type Pair = { customerId: string; kept: LineageSubject; other: LineageSubject }

/**
 * Puts a deduction that tells of the same event into another one: its sources become further sources of that one, whose amount stays;
 * itself it moves into a kept version, from which it can be brought back. Refuses what somebody has acted on already.
 */
export const mergeDeductions = defineCommand({
  event: 'deduction.merged',
  input: MergeInput,
  find: findPair,
  allow: canDivide,
  timeoutMs: 60_000,
  async change(scope, { kept, other, customerId }, input) {
    await assertFresh(scope, [kept, other], { deductions: [input, { id: input.otherId, version: input.otherVersion }] }, 'divide')
    if (kept.id === other.id || other.customerId !== kept.customerId || other.currency !== kept.currency)
      throw new Refusal('deductions/merge-of-others')
    if (isHandled(other) || other.isPart || other.isWhole || kept.isPart) throw new Refusal('deductions/merge-handled')
    const { tx, actor } = scope
    await tx.$executeRaw(sql`
      INSERT INTO deduction_lineage (kind, deduction_id, customer_id, reason, content, created_by)
      SELECT 'merge', ${kept.id}::uuid, ${customerId}::uuid, ${input.reason}, jsonb_build_object('deduction', to_jsonb(d),
          'sources', (SELECT jsonb_agg(jsonb_build_object('id', s.id, 'isOrigin', s.is_origin)) FROM deduction_source s WHERE s.deduction_id = d.id),
          'verdicts', (SELECT coalesce(jsonb_agg(to_jsonb(v)), '[]') FROM verdict v WHERE v.deduction_id = d.id)),
        ${actor.kind === 'job' ? null : actor.userId}::uuid
      FROM deduction d WHERE d.id = ${other.id}::uuid`)
    await tx.$executeRaw(
      sql`UPDATE deduction_source SET deduction_id = ${kept.id}::uuid, is_origin = false WHERE deduction_id = ${other.id}::uuid`,
    )
    await tx.$executeRaw(sql`
      UPDATE deduction SET duplicate_of_id = nullif(${kept.id}::uuid, id), version = version + 1, updated_at = now() WHERE duplicate_of_id = ${other.id}::uuid`)
    await moveTalk(tx, [other.id], kept.id)
    await takeOut(tx, [other.id])
    await describeAndJudge(scope, [kept.id])
    return { id: kept.id }
  },
})

async function findPair(scope: Scope, { id, otherId }: Input): Promise<Pair | null> {
  const rows = await findForLineage(scope, [id, otherId])
  const kept = rows?.find((row) => row.id === id)
  const other = rows?.find((row) => row.id === otherId)
  return kept && other ? { customerId: kept.customerId, kept, other } : null
}
