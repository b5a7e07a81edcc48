import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { type DeductionDetail, findDeduction } from './find-deduction'

/** One failed shipment with every deduction it caused. */
export type IncidentDetail = { number: string; customerId: string; customerName: string; delivery: string; members: DeductionDetail[] }

const MEMBERS_MAX = 50

/** The incident with this number; null when there is none whose customer the actor sees, or nothing is left of it. */
export async function findIncident(actor: Actor, number: string): Promise<IncidentDetail | null> {
  const [head] = await select<Omit<IncidentDetail, 'members'> & { ids: string[] }>(sql`
    SELECT i.number, i.customer_id::text AS "customerId", c.name AS "customerName", i.delivery_key AS delivery,
      ARRAY(SELECT d.id::text FROM deduction d WHERE d.incident_id = i.id ORDER BY d.number LIMIT ${MEMBERS_MAX}) AS ids
    FROM incident i JOIN customer c ON c.id = i.customer_id WHERE i.number = ${number} AND ${scopeOf(actor, sql`i.customer_id`)}`)
  if (!head) return null
  const { ids, ...rest } = head
  const members = (await Promise.all(ids.map((id) => findDeduction(actor, id)))).flatMap((member) => member ?? [])
  return members.length === 0 ? null : { ...rest, members }
}
