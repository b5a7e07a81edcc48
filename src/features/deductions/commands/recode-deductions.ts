import * as z from 'zod'
import type { Actor } from '@/core/actor'
import { defineCommand, findNothing } from '@/server/command'
import { sql } from '@/server/db/client'
import { canTriage } from '../policy'
import { TAKEN_ON } from '../queries/deduction-terms'
import { findMovable } from '../queries/find-movable'
import { SETTLED } from '../queries/settled'
import { groupIncidents } from './group-incidents'
import { TRIAGE_CHUNK, triageChunk } from './triage-deductions'

export type Recoded = { recoded: number; changed: number }

/** Gives one chunk of open deductions the category of the map that holds on their day, and judges them by it. */
export const recodeChunk = defineCommand({
  event: 'deduction.recoded',
  input: z.object({ ids: z.array(z.uuid()).min(1).max(TRIAGE_CHUNK) }),
  find: findNothing,
  allow: canTriage,
  timeoutMs: 300_000,
  async change(scope, _before, { ids }): Promise<Recoded> {
    const recoded = await scope.tx.$executeRaw(sql`
      UPDATE deduction d SET category = m.category, code_map_id = m.id, version = d.version + 1, updated_at = now()
      FROM code_map m
      WHERE d.id = ANY(${ids}::uuid[]) AND m.customer_id = d.customer_id AND m.code_key = d.code_key AND m.state = 'approved'
        AND ${TAKEN_ON} <@ code_map_days(m) AND NOT ${SETTLED}`)
    const { changed } = await triageChunk(scope.actor, { ids }, { within: scope })
    return { recoded, changed }
  },
})

/** Codes and judges anew every open deduction under these approved maps. Running it again changes nothing. */
export async function recodeDeductions(
  actor: Actor,
  mapIds: readonly string[],
  onProgress: (done: number, total: number) => Promise<void> = async () => undefined,
): Promise<Recoded> {
  const ids = await findMovable(mapIds)
  const total: Recoded = { recoded: 0, changed: 0 }
  for (let at = 0; at < ids.length; at += TRIAGE_CHUNK) {
    await onProgress(at, ids.length)
    const done = await recodeChunk(actor, { ids: ids.slice(at, at + TRIAGE_CHUNK) })
    total.recoded += done.recoded
    total.changed += done.changed
  }
  await onProgress(ids.length, ids.length)
  if (ids.length > 0) await groupIncidents(actor, {})
  return total
}
