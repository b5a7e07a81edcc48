import { defineCommand } from '@/server/command'
import { sql } from '@/server/db/client'
import { canAssign } from '../policy'
import { AssignInput } from '../schemas'
import { assertOwner } from './assert-owner'
import { assertFresh, findForChange } from './find-for-change'

/** Puts one or many deductions on somebody's desk, or back on nobody's. */
export const assignDeduction = defineCommand({
  event: 'deduction.assigned',
  input: AssignInput,
  find: findForChange,
  allow: canAssign,
  async change({ tx }, deductions, input) {
    assertFresh(deductions, input)
    await assertOwner(tx, input.ownerId)
    await tx.$executeRaw(sql`
      UPDATE deduction SET owner_id = ${input.ownerId}::uuid, version = version + 1, updated_at = now()
      WHERE id = ANY(${deductions.map((deduction) => deduction.id)}::uuid[])`)
    return { count: deductions.length }
  },
})
