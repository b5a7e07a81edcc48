import * as z from 'zod'
import { Refusal } from '@/core/refusal'
import { recordComments } from '@/features/tasks/commands/record-comments'
import { defineCommand, type Scope } from '@/server/command'
import { type Sql, sql } from '@/server/db/client'
import { canAssign } from '../policy'
import { PASTE_MAX } from '../rules/plan-paste'
import { assertCause } from './assert-cause'
import { assertOwner } from './assert-owner'
import { type DeductionForChange, findForChange } from './find-for-change'

/** Rows that were shown, each with the owner and the named cause that were seen; what is left out stays. */
const PasteInput = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        id: z.uuid(),
        seenOwnerId: z.uuid().nullable(),
        seenCauseKey: z.string().max(60).nullable().optional(),
        ownerId: z.uuid().nullable().optional(),
        causeKey: z.string().max(60).nullable().optional(),
        note: z.string().trim().min(1).max(4_000).optional(),
      }),
    )
    .min(1)
    .max(PASTE_MAX),
})

/**
 * Writes what was pasted and shown: owners, root causes and notes of many deductions, all or nothing. What it replaced stays, to be
 * taken back under the id that is answered; a note replaces nothing, so that notes alone answer none.
 */
export const pasteDeductions = defineCommand({
  event: 'deduction.pasted',
  input: PasteInput,
  find: findPasted,
  allow: canAssign,
  timeoutMs: 60_000,
  async change(scope, deductions, { rows }) {
    const { tx, actor } = scope
    if (actor.kind === 'job') throw new Refusal('not-allowed')
    assertSeen(deductions, rows)
    await assertCauses(scope, deductions, rows)
    for (const ownerId of new Set(rows.map((row) => row.ownerId ?? null))) await assertOwner(tx, ownerId)
    const id = await writeValues(scope, rows, actor.userId)
    await recordComments(scope, notesOf(rows, deductions))
    return { id, count: rows.length }
  },
})

async function findPasted(scope: Scope, input: z.output<typeof PasteInput>): Promise<DeductionForChange[] | null> {
  return findForChange(scope, { deductions: input.rows.map(({ id }) => ({ id, version: 1 })) })
}

type PastedRows = z.output<typeof PasteInput>['rows']

/** Refuses the whole when somebody else changed the owner or the cause of one since it was shown; another judgement does not matter here. */
function assertSeen(deductions: readonly DeductionForChange[], rows: PastedRows): void {
  const seen = new Map(rows.map((row) => [row.id, row]))
  const stale = deductions.find(({ id, ownerId, causeKey, state }) => {
    const row = seen.get(id)
    return row?.seenOwnerId !== ownerId || (row.causeKey !== undefined && (row.seenCauseKey ?? null) !== causeKey) || state === 'closed'
  })
  if (stale) throw new Refusal('stale', { details: { number: String(stale.number) } })
}

/** Every cause is a leaf in force, and explains what is owed where a person said it is; one that is taken away leaves the evidence's. */
async function assertCauses(scope: Scope, deductions: readonly DeductionForChange[], rows: PastedRows): Promise<void> {
  const causes = new Map(rows.flatMap(({ id, causeKey }) => (causeKey === undefined ? [] : [[id, causeKey] as const])))
  const named = deductions.filter(({ id }) => causes.has(id))
  const bare = named.find(({ id, decidedVerdict, judgedNature }) => !causes.get(id) && decidedVerdict === 'valid' && judgedNature === null)
  if (bare) throw new Refusal('deductions/needs-cause', { fields: { causeKey: 'required' } })
  for (const causeKey of new Set(causes.values()))
    await assertCause(
      scope,
      causeKey ?? '',
      named.some(({ id, decidedVerdict }) => causes.get(id) === causeKey && decidedVerdict === 'valid'),
    )
}

/** Writes owners and causes and keeps what stood there; answers the id under which that is taken back, none where neither was pasted. */
async function writeValues(scope: Scope, rows: PastedRows, requestedBy: string): Promise<string | null> {
  const some = rows.filter(({ ownerId, causeKey }) => ownerId !== undefined || causeKey !== undefined)
  if (some.length === 0) return null
  const { tx } = scope
  const bulk = await tx.deductionBulk.create({ data: { act: 'paste', requestedBy }, select: { id: true } })
  const written = writtenOf(some)
  await keepFormer(scope, bulk.id, written)
  await tx.$executeRaw(sql`UPDATE deduction d SET owner_id = CASE WHEN n.has_owner THEN n.owner_id ELSE d.owner_id END,
    cause_key = CASE WHEN n.has_cause THEN n.cause_key ELSE d.cause_key END, version = d.version + 1, updated_at = now()
    FROM ${written} WHERE d.id = n.id`)
  return bulk.id
}

/** What is written, as rows `n` that say of owner and cause whether they change. */
function writtenOf(some: PastedRows): Sql {
  return sql`unnest(${some.map(({ id }) => id)}::uuid[], ${some.map(({ ownerId }) => ownerId !== undefined)}::boolean[],
    ${some.map(({ ownerId }) => ownerId ?? null)}::uuid[], ${some.map(({ causeKey }) => causeKey !== undefined)}::boolean[],
    ${some.map(({ causeKey }) => causeKey ?? null)}::text[]) AS n(id, has_owner, owner_id, has_cause, cause_key)`
}

async function keepFormer({ tx }: Scope, bulkId: string, written: Sql): Promise<void> {
  await tx.$executeRaw(sql`INSERT INTO deduction_bulk_row (bulk_id, deduction_id, number, label, seen, state, before, set_to, set_cause)
    SELECT ${bulkId}::uuid, d.id, d.number, coalesce(d.claim_number, d.number::text), jsonb_build_object('ownerId', d.owner_id), 'done',
      CASE WHEN n.has_owner THEN jsonb_build_object('owner_id', d.owner_id) ELSE '{}' END
        || CASE WHEN n.has_cause THEN jsonb_build_object('cause_key', d.cause_key) ELSE '{}' END,
      n.owner_id::text, n.cause_key
    FROM deduction d JOIN ${written} ON n.id = d.id`)
}

function notesOf(rows: readonly { id: string; note?: string | undefined }[], deductions: readonly DeductionForChange[]) {
  const customerOf = new Map(deductions.map(({ id, customerId }) => [id, customerId]))
  return rows.flatMap(({ id, note }) =>
    note === undefined ? [] : [{ subjectKind: 'deduction' as const, subjectId: id, customerId: customerOf.get(id) ?? null, body: note }],
  )
}
