import type { Actor } from '@/core/actor'
import { addDays, type CalendarDate } from '@/core/calendar-date'
import { decideCodeMaps } from '@/features/deductions/commands/decide-code-maps'
import { proposeCodeMaps } from '@/features/deductions/commands/propose-code-maps'
import { db } from '@/server/db/client'
import { mappedCodes, waitingCode } from '../story/mapped-codes'

/**
 * What the demo's people had mapped a year ago: one proposes, another approves. Some codes are left for the inbox, and one map
 * waits for approval. Codes that have a map already are left as they are.
 */
export async function loadCodeMaps(people: ReadonlyMap<string, Actor>, today: CalendarDate): Promise<number> {
  const [first, second, other] = ['LW', 'HS', 'PO'].map((key) => people.get(key))
  if (!first || !second || !other || (await db().codeMap.count()) > 0) return 0
  const customers = new Map((await db().customer.findMany({ select: { id: true, code: true } })).map(({ id, code }) => [code, id]))
  const validFrom = addDays(today, -365)
  const toMap = ({ customer, ...map }: ReturnType<typeof waitingCode>) => ({ ...map, customerId: customers.get(customer) ?? '', validFrom })
  const { maps } = await proposeCodeMaps(first, { maps: mappedCodes().map(toMap) })
  await decideCodeMaps(second, { maps, decision: 'approved' })
  await proposeCodeMaps(other, { maps: [toMap(waitingCode())] })
  return maps.length
}
