import * as z from 'zod'
import { Refusal } from '@/core/refusal'
import { recordComments } from '@/features/tasks/commands/record-comments'
import { defineCommand, type Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { canAssign } from '../policy'
import { PASTE_MAX } from '../rules/plan-paste'
import { assertOwner } from './assert-owner'
import { type DeductionForChange, findForChange } from './find-for-change'

/** Rows that were shown, each with the owner that was seen; an owner that is left out stays. */
const PasteInput = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        id: z.uuid(),
        seenOwnerId: z.uuid().nullable(),
        ownerId: z.uuid().nullable().optional(),
        note: z.string().trim().min(1).max(4_000).optional(),
      }),
    )
    .min(1)
    .max(PASTE_MAX),
})

/** Writes what was pasted and shown: owners and notes of many deductions, all or nothing. What it replaced stays, to be taken back. */
export const pasteDeductions = defineCommand({
  event: 'deduction.pasted',
  input: PasteInput,
  find: findPasted,
  allow: canAssign,
  timeoutMs: 60_000,
  async change(scope, deductions, { rows }) {
    const { tx, actor } = scope
    if (actor.kind === 'job') throw new Refusal('not-allowed')
    assertOwnersSeen(deductions, rows)
    for (const ownerId of new Set(rows.map((row) => row.ownerId ?? null))) await assertOwner(tx, ownerId)
    const bulk = await tx.deductionBulk.create({ data: { act: 'paste', requestedBy: actor.userId }, select: { id: true } })
    const owners = rows.flatMap(({ id, ownerId }) => (ownerId === undefined ? [] : [{ id, ownerId }]))
    await keepFormer(scope, bulk.id, owners)
    await tx.$executeRaw(sql`UPDATE deduction d SET owner_id = n.owner_id, version = d.version + 1, updated_at = now()
      FROM unnest(${owners.map(({ id }) => id)}::uuid[], ${owners.map(({ ownerId }) => ownerId)}::uuid[]) AS n(id, owner_id) WHERE d.id = n.id`)
    await recordComments(scope, notesOf(rows, deductions))
    return { id: bulk.id, count: rows.length }
  },
})

async function findPasted(scope: Scope, input: z.output<typeof PasteInput>): Promise<DeductionForChange[] | null> {
  return findForChange(scope, { deductions: input.rows.map(({ id }) => ({ id, version: 1 })) })
}

/** Refuses the whole when somebody else gave one of them another owner since it was shown; another judgement does not matter here. */
function assertOwnersSeen(deductions: readonly DeductionForChange[], rows: z.output<typeof PasteInput>['rows']): void {
  const seen = new Map(rows.map((row) => [row.id, row.seenOwnerId]))
  const stale = deductions.find(({ id, ownerId, state }) => seen.get(id) !== ownerId || state === 'closed')
  if (stale) throw new Refusal('stale', { details: { number: String(stale.number) } })
}

async function keepFormer({ tx }: Scope, bulkId: string, owners: readonly { id: string; ownerId: string | null }[]): Promise<void> {
  await tx.$executeRaw(sql`INSERT INTO deduction_bulk_row (bulk_id, deduction_id, number, label, seen, state, before, set_to)
    SELECT ${bulkId}::uuid, d.id, d.number, coalesce(d.claim_number, d.number::text), jsonb_build_object('ownerId', d.owner_id), 'done',
      jsonb_build_object('owner_id', d.owner_id), n.owner_id::text
    FROM deduction d JOIN unnest(${owners.map(({ id }) => id)}::uuid[], ${owners.map(({ ownerId }) => ownerId)}::uuid[]) AS n(id, owner_id) ON n.id = d.id`)
}

function notesOf(rows: readonly { id: string; note?: string | undefined }[], deductions: readonly DeductionForChange[]) {
  const customerOf = new Map(deductions.map(({ id, customerId }) => [id, customerId]))
  return rows.flatMap(({ id, note }) =>
    note === undefined ? [] : [{ subjectKind: 'deduction' as const, subjectId: id, customerId: customerOf.get(id) ?? null, body: note }],
  )
}
