import * as z from 'zod'
import { systemActor } from '@/core/actor'
import { Refusal } from '@/core/refusal'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { canDivide } from '../policy'
import { CATEGORIES } from '../rules/deduction'
import { judgeSplit, PARTS_MAX } from '../rules/split'
import { assertFresh } from './assert-fresh'
import { findForLineage, type LineageSubject } from './find-for-lineage'
import { triageChunk } from './triage-deductions'

/** Parts to be divided off a deduction, each in minor units as text. */
const SplitInput = z.strictObject({
  id: z.uuid(),
  version: z.number().int().positive(),
  parts: z
    .array(
      z.strictObject({
        category: z.string().pipe(z.enum(CATEGORIES, 'required')),
        amountMinor: z.string().regex(/^[1-9]\d{0,14}$/, 'not-an-amount'),
      }),
    )
    .min(1, 'required')
    .max(PARTS_MAX, 'too_big'),
  reason: z.string().trim().min(1, 'required').max(1_000, 'too_big'),
})
type Input = z.output<typeof SplitInput>

/**
 * Divides parts off a deduction, each with its own category: the whole keeps its sources and what is left, the parts go their own
 * way from there. The sum stays the same to the cent, which the database holds too.
 */
export const splitDeduction = defineCommand({
  event: 'deduction.split',
  input: SplitInput,
  find: async (scope: Scope, { id }: Input) => (await findForLineage(scope, [id]))?.[0] ?? null,
  allow: canDivide,
  timeoutMs: 60_000,
  async change(scope, whole, input) {
    await assertFresh(scope, [whole], { deductions: [input] }, 'divide')
    const parts = input.parts.map(({ category, amountMinor }) => ({ category, amountMinor: BigInt(amountMinor) }))
    const fault = judgeSplit(whole.openMinor, parts, whole)
    if (fault) throw new Refusal(`deductions/split-${fault}`, fault === 'nothing-left' ? { fields: tooMuch(parts.length) } : {})
    const ids = await writeParts(scope, whole, parts)
    await triageChunk(systemActor('finder'), { ids: [whole.id, ...ids] }, { within: scope })
    return { id: whole.id, parts: ids }

    async function writeParts({ tx, actor }: Scope, { id, customerId }: LineageSubject, wanted: typeof parts): Promise<string[]> {
      const off = wanted.reduce((sum, part) => sum + part.amountMinor, 0n)
      const rows = await selectIn<{ id: string }>(
        tx,
        sql`INSERT INTO deduction (customer_id, account_key, claim_number, claim_key, payment_number, payment_key, taken_on, amount_minor, open_minor,
            currency, category, reason_code, code_text, invoice_number, invoice_key, po_number, po_key, delivery_key, item_id, owner_id, split_of_id, missing)
          SELECT d.customer_id, d.account_key, d.claim_number, d.claim_key, d.payment_number, d.payment_key, d.taken_on, p.minor, p.minor,
            d.currency, p.category, d.reason_code, d.code_text, d.invoice_number, d.invoice_key, d.po_number, d.po_key, d.delivery_key, d.item_id,
            d.owner_id, d.id, '{}'
          FROM deduction d CROSS JOIN unnest(${wanted.map((part) => part.category)}::text[], ${wanted.map((part) => part.amountMinor)}::bigint[])
            WITH ORDINALITY AS p(category, minor, place) WHERE d.id = ${id}::uuid ORDER BY p.place RETURNING id::text`,
      )
      const created = rows.map((row) => row.id)
      await tx.$executeRaw(sql`
        INSERT INTO deduction_source (deduction_id, kind, source_id, amount_minor, is_origin)
        SELECT d.id, 'split', d.id, d.amount_minor, true FROM deduction d WHERE d.id = ANY(${created}::uuid[])`)
      await tx.$executeRaw(sql`
        UPDATE deduction d SET whole_minor = coalesce(d.whole_minor, d.amount_minor), amount_minor = d.amount_minor - ${off}, open_minor = d.open_minor - ${off},
          recoverable_minor = least(d.recoverable_minor, d.amount_minor - ${off}), version = d.version + 1, updated_at = now() WHERE d.id = ${id}::uuid`)
      await tx.$executeRaw(sql`
        INSERT INTO deduction_lineage (kind, deduction_id, customer_id, reason, content, created_by)
        VALUES ('split', ${id}::uuid, ${customerId}::uuid, ${input.reason}, ${JSON.stringify({ parts: created })}::jsonb,
          ${actor.kind === 'job' ? null : actor.userId}::uuid)`)
      return created
    }
  },
})

// The sum is wrong in the last amount that was typed.
function tooMuch(partCount: number): Record<string, string> {
  return { [`parts.${partCount - 1}.amountMinor`]: 'deductions/too-much-in-parts' }
}
