import type * as z from 'zod'
import { addDays, type CalendarDate } from '@/core/calendar-date'
import { Refusal } from '@/core/refusal'
import { decideApproval } from '@/features/approvals/commands/decide-approval'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { enqueue } from '@/server/jobs/enqueue'
import { recodeDeductionsJob } from '../jobs/recode-deductions'
import { canBeSecondPerson } from '../policy'
import { findMovable } from '../queries/find-movable'
import { placeMap } from '../rules/place-map'
import { DecideMapsInput } from '../schemas'
import { findApprovedDays } from './find-approved-days'

type Input = z.output<typeof DecideMapsInput>
type Waiting = {
  id: string
  customerId: string
  code: string
  codeKey: string
  validFrom: CalendarDate
  validTo: CalendarDate | null
}

/**
 * A second person approves maps as they were seen, or rejects them with a reason. An approved map holds from its first day on,
 * ends the one before it, and the open deductions under it are coded and judged anew in the background.
 */
export const decideCodeMaps = defineCommand({
  event: 'code-map.decided',
  input: DecideMapsInput,
  find: findWaiting,
  allow: canBeSecondPerson,
  timeoutMs: 60_000,
  async change(scope, waiting, input) {
    for (const map of waiting) {
      const contentHash = input.maps.find((seen) => seen.id === map.id)?.contentHash ?? ''
      const { decision, reason } = input
      await decideApproval(scope.actor, { kind: 'code-map', subjectId: map.id, contentHash, decision, reason }, { within: scope })
      if (decision === 'approved') await makeRoom(scope, map)
      await scope.tx.$executeRaw(
        sql`UPDATE code_map SET state = ${decision}, version = version + 1, updated_at = now() WHERE id = ${map.id}::uuid`,
      )
    }
    const mapIds = waiting.map((map) => map.id)
    const movable = input.decision === 'approved' ? await findMovable(mapIds, (query) => selectIn(scope.tx, query)) : []
    if (movable.length > 0) await enqueue(scope, recodeDeductionsJob, { mapIds }, titleOf(waiting))
    return { count: waiting.length, recoding: movable.length }
  },
})

async function findWaiting({ tx, actor }: Scope, input: Input): Promise<Waiting[] | null> {
  const ids = input.maps.map((map) => map.id)
  const found = await selectIn<Waiting>(
    tx,
    sql`SELECT m.id::text, m.customer_id::text AS "customerId", m.code, m.code_key AS "codeKey", m.valid_from::text AS "validFrom", m.valid_to::text AS "validTo"
      FROM code_map m WHERE m.id = ANY(${ids}::uuid[]) AND m.state = 'proposed' AND ${scopeOf(actor, sql`m.customer_id`)} ORDER BY m.id FOR UPDATE`,
  )
  return found.length === new Set(ids).size ? found : null
}

async function makeRoom({ tx }: Scope, map: Waiting): Promise<void> {
  const place = placeMap(map, await findApprovedDays(tx, map.customerId, map.codeKey))
  if (place.kind === 'overlaps') throw new Refusal('deductions/map-overlaps', { details: { date: place.validFrom } })
  if (place.kind === 'replaces')
    await tx.$executeRaw(sql`
      UPDATE code_map SET replaced_from = ${addDays(place.lastDay, 1)}::date, version = version + 1, updated_at = now() WHERE id = ${place.id}::uuid`)
}

function titleOf(maps: readonly Waiting[]): { key: string; values: Record<string, string> } {
  return {
    key: 'deductions.job.recode',
    values: {
      codes: maps
        .slice(0, 3)
        .map((map) => map.code)
        .join(', '),
    },
  }
}
