import * as z from 'zod'
import type { Actor } from '@/core/actor'
import { comparisonKey } from '@/core/comparison-key'
import { isId } from '@/core/ids'
import { Refusal } from '@/core/refusal'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { canAssign } from '../policy'
import { PASTE_MAX, type PasteCause, type PastedRow, type PasteTarget, type PlannedRow, planPaste } from '../rules/plan-paste'
import { findAssignees } from './find-assignees'
import { type CauseRow, findCauses } from './find-causes'

const Cell = z.string().max(10_000).optional()
/** Rows from a spreadsheet that are only looked at. */
export const PastePreviewInput = z.strictObject({
  rows: z
    .array(z.strictObject({ id: z.uuid().optional(), claim: Cell, owner: Cell, cause: Cell, note: Cell }))
    .min(1)
    .max(PASTE_MAX),
})

type Found = PasteTarget & { claimKey: string | null }

/** What pasting these rows would change, against what stands now; nothing is written. */
export async function findPastePlan(actor: Actor, rows: readonly PastedRow[]): Promise<PlannedRow[]> {
  if (!canAssign(actor, [])) throw new Refusal('not-allowed')
  const ids = rows.flatMap(({ id }) => (id !== undefined && isId(id) ? [id] : []))
  const keys = rows.flatMap(({ claim }) => (claim === undefined ? [] : [comparisonKey(claim)])).filter((key) => key !== '')
  const found = await select<Found>(sql`
    SELECT d.id::text, coalesce(d.claim_number, d.number::text) AS label, d.state = 'closed' AS "isClosed",
      d.owner_id::text AS "ownerId", u.name AS "ownerName", d.claim_key AS "claimKey", d.cause_key AS "causeKey",
      coalesce(d.decided_verdict = 'valid', false) AS "isOwed", d.root_cause IS NOT NULL AS "hasJudgedCause"
    FROM deduction d LEFT JOIN app_user u ON u.id = d.owner_id
    WHERE (d.id = ANY(${ids}::uuid[]) OR d.id IN (SELECT n.deduction_id FROM deduction_number n WHERE n.kind = 'claim' AND n.key = ANY(${keys}::text[])))
      AND ${scopeOf(actor, sql`d.customer_id`)}`)
  const byId = new Map(found.map((one) => [one.id, one]))
  const byKey = Map.groupBy(found, ({ claimKey }) => claimKey ?? '')
  const targets = rows.map(({ id, claim }) => {
    if (id !== undefined) return [byId.get(id)].filter((one) => one !== undefined)
    const meant = claim === undefined ? [] : (byKey.get(comparisonKey(claim)) ?? [])
    // A claim taken twice means the deduction that is still open.
    const open = meant.filter((one) => !one.isClosed)
    return open.length > 0 ? open : meant.slice(0, 1)
  })
  const [people, causes] = await Promise.all([findAssignees(actor), findCauses()])
  return planPaste(rows, { targets, people, causes: leavesOf(causes) })
}

// The leaves in force, each by its name alone and behind that of its branch, in both languages.
function leavesOf(causes: readonly CauseRow[]): PasteCause[] {
  const byKey = new Map(causes.map((cause) => [cause.key, cause]))
  return causes.flatMap(({ key, parentKey, names, now }) => {
    if (now === null || now.isRetired) return []
    const branch = byKey.get(parentKey ?? '')?.names
    const all = (['en', 'zh-CN'] as const).flatMap((locale) => [names[locale], ...(branch ? [`${branch[locale]} › ${names[locale]}`] : [])])
    return [{ key, names: [...new Set(all)], nature: now.nature }]
  })
}
