import { defineCommand } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { canAssign } from '../policy'
import { AssignInput } from '../schemas'
import { assertFresh } from './assert-fresh'
import { assertOwner } from './assert-owner'
import { findForChange } from './find-for-change'

/** Puts one or many deductions on somebody's desk, or back on nobody's; answers the version each has since. */
export const assignDeduction = defineCommand({
  event: 'deduction.assigned',
  input: AssignInput,
  find: findForChange,
  allow: canAssign,
  async change(scope, deductions, input) {
    const { tx } = scope
    await assertFresh(scope, deductions, input, 'assign')
    await assertOwner(tx, input.ownerId)
    const rows = await selectIn<{ id: string; version: number }>(
      tx,
      sql`UPDATE deduction SET owner_id = ${input.ownerId}::uuid, version = version + 1, updated_at = now()
      WHERE id = ANY(${deductions.map((deduction) => deduction.id)}::uuid[]) RETURNING id::text, version`,
    )
    return { count: rows.length, rows }
  },
})
