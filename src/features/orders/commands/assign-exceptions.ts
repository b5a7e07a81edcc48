import { Refusal } from '@/core/refusal'
import { defineCommand } from '@/server/command'
import { sql } from '@/server/db/client'
import { canDecideExceptions } from '../policy'
import { AssignExceptionsInput } from '../schemas'
import { findChosenExceptions } from './find-for-change'

/** Gives exceptions to a person, or back to their team. */
export const assignExceptions = defineCommand({
  event: 'order-exception.assigned',
  input: AssignExceptionsInput,
  find: findChosenExceptions,
  allow: canDecideExceptions,
  async change({ tx }, exceptions, input) {
    const changed = await tx.$executeRaw(sql`
      UPDATE order_exception x SET owner_id = ${input.ownerId}::uuid, version = x.version + 1
      FROM jsonb_to_recordset(${JSON.stringify(input.exceptions)}::jsonb) AS s(id uuid, version int) WHERE x.id = s.id AND x.version = s.version`)
    if (changed < exceptions.length) throw new Refusal('stale')
    return { count: changed }
  },
})
