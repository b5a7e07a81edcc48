import * as z from 'zod'
import type { Actor } from '@/core/actor'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { canAssign } from '../policy'
import { type BulkSubject, judgeBulk } from '../rules/bulk'
import { BULK_CHUNK, type BulkForChange, findBulkForChange } from './find-bulk'
import { writeDecisions } from './write-decisions'

/** Changes the next deductions of a change of many and notes what became of each; answers how many it looked at. */
export const runBulkChunk = defineCommand({
  event: 'deduction.bulk-changed',
  input: z.strictObject({ bulkId: z.uuid() }),
  find: findBulkForChange,
  allow: (actor: Actor, bulk: BulkForChange) => actor.kind !== 'job' && actor.userId === bulk.requestedBy && canAssign(actor, []),
  timeoutMs: 120_000,
  async change(scope, bulk) {
    const waiting = await selectIn<{ id: string }>(
      scope.tx,
      sql`SELECT deduction_id::text AS id FROM deduction_bulk_row WHERE bulk_id = ${bulk.id}::uuid AND state = 'waiting' ORDER BY deduction_id LIMIT ${BULK_CHUNK}`,
    )
    const subjects = await lockSubjects(
      scope,
      bulk.id,
      waiting.map(({ id }) => id),
    )
    const act = bulk.act === 'paste' ? 'assign' : bulk.act
    const outcomes = subjects.map((subject) => ({ id: subject.id, outcome: judgeBulk(act, bulk.ownerId, subject) }))
    const skipped = outcomes.flatMap(({ id, outcome }) => (outcome.kind === 'skip' ? [{ id, because: outcome.because }] : []))
    const found = new Set(subjects.map(({ id }) => id))
    const gone = waiting.filter(({ id }) => !found.has(id)).map(({ id }) => ({ id, because: 'gone' }))
    const changing = outcomes.filter(({ outcome }) => outcome.kind !== 'skip').map(({ id }) => id)
    await noteDone(scope, bulk, changing)
    await noteSkipped(scope, bulk.id, [...skipped, ...gone])
    const decisions = outcomes.flatMap(({ outcome }) => (outcome.kind === 'agree' ? [outcome.decision] : []))
    if (bulk.act === 'agree') await writeDecisions(scope, decisions, '')
    else
      await scope.tx.$executeRaw(sql`UPDATE deduction SET owner_id = ${bulk.ownerId}::uuid, version = version + 1, updated_at = now()
        WHERE id = ANY(${changing}::uuid[])`)
    return { examined: waiting.length }
  },
})

async function lockSubjects({ tx, actor, today }: Scope, bulkId: string, ids: readonly string[]): Promise<BulkSubject[]> {
  return selectIn<BulkSubject>(
    tx,
    sql`SELECT d.id::text, d.number, r.seen, d.owner_id::text AS "ownerId", d.state, d.verdict,
      d.decided_verdict AS "decidedVerdict", coalesce(d.missing, '{}') AS missing, d.liable, d.amount_minor AS "amountMinor", d.open_minor AS "openMinor", d.cause_key AS "causeKey",
      (SELECT t.nature FROM cause_term t WHERE t.cause_key = d.root_cause AND t.valid_from <= ${today}::date ORDER BY t.valid_from DESC LIMIT 1) AS "judgedNature",
      coalesce((SELECT v.recoverable_minor FROM verdict v WHERE v.deduction_id = d.id ORDER BY v.judged_at DESC, v.id DESC LIMIT 1), 0)
        AS "judgedRecoverableMinor"
    FROM deduction d JOIN deduction_bulk_row r ON r.deduction_id = d.id AND r.bulk_id = ${bulkId}::uuid
    WHERE d.id = ANY(${[...ids]}::uuid[]) AND ${scopeOf(actor, sql`d.customer_id`)} ORDER BY d.id FOR UPDATE OF d`,
  )
}

// What it was before stands beside the row, so that it can be given back.
async function noteDone({ tx }: Scope, { id: bulkId, act, ownerId }: BulkForChange, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw(sql`
    UPDATE deduction_bulk_row r SET state = 'done', set_to = CASE WHEN ${act} = 'agree' THEN d.verdict ELSE ${ownerId} END, before = jsonb_build_object('owner_id', d.owner_id,
      'decided_verdict', d.decided_verdict, 'decision_reason', d.decision_reason, 'recoverable_minor', d.recoverable_minor::text,
      'state', d.state, 'next_action', d.next_action, 'cause_key', d.cause_key)
    FROM deduction d WHERE r.bulk_id = ${bulkId}::uuid AND r.deduction_id = d.id AND d.id = ANY(${[...ids]}::uuid[])`)
}

async function noteSkipped({ tx }: Scope, bulkId: string, skipped: readonly { id: string; because: string }[]): Promise<void> {
  await tx.$executeRaw(sql`
    UPDATE deduction_bulk_row r SET state = 'skipped', reason = n.because
    FROM unnest(${skipped.map(({ id }) => id)}::uuid[], ${skipped.map(({ because }) => because)}::text[]) AS n(id, because)
    WHERE r.bulk_id = ${bulkId}::uuid AND r.deduction_id = n.id`)
}
