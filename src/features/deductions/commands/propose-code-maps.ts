import type * as z from 'zod'
import { comparisonKey } from '@/core/comparison-key'
import { Refusal } from '@/core/refusal'
import { requestApproval } from '@/features/approvals/commands/request-approval'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { canProposeMaps } from '../policy'
import { placeMap } from '../rules/place-map'
import { ProposeMapsInput } from '../schemas'
import { findApprovedDays } from './find-approved-days'

type Input = z.output<typeof ProposeMapsInput>
type Proposed = Input['maps'][number]
type Customer = { customerId: string; name: string }

/**
 * Proposes what codes mean from a day on and asks a second person. Proposing again changes the proposal that waits and voids
 * its request. Refuses 'stale' when somebody else changed it, 'deductions/map-overlaps' when a later map holds already.
 */
export const proposeCodeMaps = defineCommand({
  event: 'code-map.proposed',
  input: ProposeMapsInput,
  find: findCustomers,
  allow: canProposeMaps,
  timeoutMs: 60_000,
  async change(scope, customers, input) {
    const nameOf = new Map(customers.map((customer) => [customer.customerId, customer.name]))
    const maps: { id: string; contentHash: string }[] = []
    for (const map of input.maps) {
      await assertPlace(scope, map)
      const { id, content } = await writeProposal(scope, map)
      const label = `${nameOf.get(map.customerId) ?? ''} ${map.code}`
      const { contentHash } = await requestApproval(
        scope.actor,
        { kind: 'code-map', subjectId: id, customerId: map.customerId, label, content },
        { within: scope },
      )
      maps.push({ id, contentHash })
    }
    return { maps }
  },
})

async function findCustomers({ tx, actor }: Scope, input: Input): Promise<Customer[] | null> {
  const wanted = [...new Set(input.maps.map((map) => map.customerId))]
  const found = await selectIn<Customer>(
    tx,
    sql`SELECT c.id::text AS "customerId", c.name FROM customer c WHERE c.id = ANY(${wanted}::uuid[]) AND ${scopeOf(actor, sql`c.id`)}`,
  )
  return found.length === wanted.length ? found : null
}

async function assertPlace({ tx }: Scope, map: Proposed): Promise<void> {
  const place = placeMap(map, await findApprovedDays(tx, map.customerId, comparisonKey(map.code)))
  if (place.kind === 'overlaps') throw new Refusal('deductions/map-overlaps', { details: { date: place.validFrom } })
}

async function writeProposal({ tx }: Scope, map: Proposed): Promise<{ id: string; content: Record<string, unknown> }> {
  const values = sql`${map.category}, ${map.internalReason}, nullif(${map.sapReason}, ''), ${map.validFrom}::date, ${map.validTo}::date`
  const [row] = await selectIn<{ id: string; content: Record<string, unknown> }>(
    tx,
    map.version === null
      ? sql`INSERT INTO code_map AS m (customer_id, code, code_key, category, internal_reason, sap_reason, valid_from, valid_to)
          VALUES (${map.customerId}::uuid, ${map.code}, comparison_key(${map.code}), ${values})
          ON CONFLICT (customer_id, code_key) WHERE state = 'proposed' DO NOTHING RETURNING id::text, code_map_content(m) AS content`
      : sql`UPDATE code_map m SET (category, internal_reason, sap_reason, valid_from, valid_to) = (${values}), version = m.version + 1, updated_at = now()
          WHERE m.customer_id = ${map.customerId}::uuid AND m.code_key = comparison_key(${map.code}) AND m.state = 'proposed'
            AND m.version = ${map.version} RETURNING id::text, code_map_content(m) AS content`,
  )
  if (!row) throw new Refusal('stale')
  return row
}
