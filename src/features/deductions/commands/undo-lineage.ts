import * as z from 'zod'
import { Refusal } from '@/core/refusal'
import { moveTalk } from '@/features/tasks/commands/move-talk'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { restoreRow } from '@/server/undo-records'
import { canDivide } from '../policy'
import { isHandled } from '../rules/split'
import { describeAndJudge, takeOut } from './change-lineage'
import { findForLineage } from './find-for-lineage'

const UndoLineageInput = z.strictObject({ id: z.uuid() })

type Change = {
  id: string
  kind: 'split' | 'merge'
  deductionId: string
  customerId: string
  isUndone: boolean
  parts: string[] | null
  mergedId: string | null
}

/** Takes a division or a putting-together back: everything is as it was before. Refuses when somebody has acted on what came of it. */
export const undoLineage = defineCommand({
  event: 'deduction.lineage-undone',
  input: UndoLineageInput,
  find: findChange,
  allow: canDivide,
  timeoutMs: 60_000,
  async change(scope, change) {
    if (change.isUndone) throw new Refusal('stale', { details: { number: '' } })
    if (change.kind === 'split') await undoSplit(scope, change)
    else await undoMerge(scope, change)
    const by = scope.actor.kind === 'job' ? null : scope.actor.userId
    await scope.tx.$executeRaw(sql`UPDATE deduction_lineage SET undone_at = now(), undone_by = ${by}::uuid WHERE id = ${change.id}::uuid`)
    return { id: change.deductionId }
  },
})

async function undoSplit(scope: Scope, { deductionId, parts }: Change): Promise<void> {
  const { tx } = scope
  const ids = parts ?? []
  const subjects = await findForLineage(scope, [deductionId, ...ids])
  if (subjects === null || subjects.some(isHandled)) throw new Refusal('deductions/lineage-in-use')
  const off = subjects.reduce((sum, subject) => (subject.id === deductionId ? sum : sum + subject.amountMinor), 0n)
  await moveTalk(tx, ids, deductionId)
  await tx.$executeRaw(sql`UPDATE deduction SET duplicate_of_id = NULL, version = version + 1 WHERE duplicate_of_id = ANY(${ids}::uuid[])`)
  await tx.$executeRaw(sql`DELETE FROM deduction_source WHERE kind = 'split' AND deduction_id = ANY(${ids}::uuid[])`)
  await takeOut(tx, ids)
  await tx.$executeRaw(sql`
    UPDATE deduction SET amount_minor = amount_minor + ${off}, open_minor = open_minor + ${off},
      whole_minor = nullif(whole_minor, amount_minor + ${off}) WHERE id = ${deductionId}::uuid`)
  await describeAndJudge(scope, [deductionId])
}

async function undoMerge(scope: Scope, { id, deductionId, mergedId }: Change): Promise<void> {
  const { tx } = scope
  const subjects = await findForLineage(scope, [deductionId])
  if (subjects === null || mergedId === null) throw new Refusal('deductions/lineage-in-use')
  const content = sql`(SELECT l.content FROM deduction_lineage l WHERE l.id = ${id}::uuid)`
  const [moved] = await selectIn<{ isMoved: boolean }>(
    tx,
    sql`SELECT EXISTS (SELECT 1 FROM jsonb_array_elements(${content} -> 'sources') o LEFT JOIN deduction_source s ON s.id = (o ->> 'id')::uuid
      WHERE s.deduction_id IS DISTINCT FROM ${deductionId}::uuid) AS "isMoved"`,
  )
  // A file that told of it was undone meanwhile: there is nothing left to bring it back by.
  if (moved?.isMoved !== false) throw new Refusal('deductions/lineage-in-use')
  await restoreRow(tx, 'deduction', sql`${content} -> 'deduction'`)
  await tx.$executeRaw(sql`
    UPDATE deduction_source s SET deduction_id = ${mergedId}::uuid, is_origin = (o ->> 'isOrigin')::boolean
    FROM jsonb_array_elements(${content} -> 'sources') o WHERE s.id = (o ->> 'id')::uuid`)
  await describeAndJudge(scope, [deductionId, mergedId])
}

async function findChange({ tx, actor }: Scope, { id }: z.output<typeof UndoLineageInput>): Promise<Change | null> {
  const [row] = await selectIn<Change>(
    tx,
    sql`SELECT l.id::text, l.kind, l.deduction_id::text AS "deductionId", l.customer_id::text AS "customerId", l.undone_at IS NOT NULL AS "isUndone",
        ARRAY(SELECT jsonb_array_elements_text(l.content -> 'parts')) AS parts, l.content #>> '{deduction,id}' AS "mergedId"
      FROM deduction_lineage l WHERE l.id = ${id}::uuid AND ${scopeOf(actor, sql`l.customer_id`)} FOR UPDATE`,
  )
  return row ?? null
}
