import * as z from 'zod'
import { Refusal } from '@/core/refusal'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { canTakeEntryBack } from '../policy'
import { assertFresh } from './assert-fresh'
import { releaseSources } from './release-sources'

/** Takes the entry by hand of a deduction back. */
const TakeEntryBackInput = z.strictObject({
  id: z.uuid(),
  version: z.number().int().positive(),
  reason: z.string().trim().min(1, 'required').max(1_000, 'too_big'),
})

type Entry = {
  id: string
  number: number
  entryId: string
  sourceId: string
  customerId: string
  enteredBy: string | null
  version: number
  /** Nothing else shows this deduction: it goes with its entry. */
  isAlone: boolean
  isHandled: boolean
}

/**
 * Takes back a deduction that was entered by hand by mistake. The entry stays with who took it back and why. What files show too stays and
 * is described by them; what nothing else shows goes into a kept version. Refuses while somebody has worked on one that would go.
 */
export const takeEntryBack = defineCommand({
  event: 'deduction.entry-taken-back',
  input: TakeEntryBackInput,
  find: findEntry,
  allow: canTakeEntryBack,
  async change(scope, entry, { id, version, reason }) {
    await assertFresh(scope, [entry], { deductions: [{ id, version }] }, 'divide')
    if (entry.isAlone && entry.isHandled) throw new Refusal('deductions/entry-in-use')
    const { tx, actor } = scope
    await releaseSources(
      scope,
      null,
      sql`SELECT s.id, s.deduction_id, s.amount_minor FROM deduction_source s WHERE s.id = ${entry.sourceId}::uuid
        OR (${entry.isAlone} AND s.deduction_id = ${id}::uuid)`,
    )
    await tx.$executeRaw(sql`
      UPDATE manual_entry SET taken_back_at = now(), taken_back_by = ${actor.kind === 'job' ? null : actor.userId}::uuid, taken_back_because = ${reason}
      WHERE id = ${entry.entryId}::uuid`)
    return { id, isGone: entry.isAlone }
  },
})

async function findEntry({ tx, actor }: Scope, { id }: z.output<typeof TakeEntryBackInput>): Promise<Entry | null> {
  const [row] = await selectIn<Entry>(
    tx,
    sql`SELECT d.id::text, d.number, e.id::text AS "entryId", s.id::text AS "sourceId", d.customer_id::text AS "customerId", e.entered_by::text AS "enteredBy", d.version,
        NOT EXISTS (SELECT 1 FROM deduction_source o WHERE o.deduction_id = d.id AND o.id <> s.id AND o.kind <> 'portal-claim' AND o.amount_minor > 0) AS "isAlone",
        (d.decided_verdict IS NOT NULL OR d.state <> 'new' OR EXISTS (SELECT 1 FROM resolution r WHERE r.deduction_id = d.id)
          OR EXISTS (SELECT 1 FROM dispute p WHERE p.deduction_id = d.id)
          OR EXISTS (SELECT 1 FROM approval_request q WHERE q.kind = 'giving-up' AND q.subject_id = d.id AND q.state = 'open')
          OR EXISTS (SELECT 1 FROM comment c WHERE c.subject_kind = 'deduction' AND c.subject_id = d.id)
          OR EXISTS (SELECT 1 FROM task t WHERE t.subject_kind = 'deduction' AND t.subject_id = d.id)) AS "isHandled"
      FROM deduction d JOIN deduction_source s ON s.deduction_id = d.id AND s.kind = 'manual' JOIN manual_entry e ON e.id = s.source_id
      WHERE d.id = ${id}::uuid AND e.taken_back_at IS NULL AND e.entered_by IS NOT NULL AND ${scopeOf(actor, sql`d.customer_id`)} FOR UPDATE OF d`,
  )
  return row ?? null
}
