import type { CalendarDate } from '@/core/calendar-date'
import { selectIn, sql, type Tx } from '@/server/db/client'
import type { MapDays } from '../rules/place-map'

/** The days on which the approved maps of a code hold, with what replaced them taken off. */
export async function findApprovedDays(tx: Tx, customerId: string, codeKey: string): Promise<(MapDays & { id: string })[]> {
  return selectIn<MapDays & { id: string; validFrom: CalendarDate }>(
    tx,
    sql`SELECT id::text, valid_from::text AS "validFrom", least(valid_to, replaced_from - 1)::text AS "validTo"
      FROM code_map WHERE customer_id = ${customerId}::uuid AND code_key = ${codeKey} AND state = 'approved' ORDER BY valid_from`,
  )
}
