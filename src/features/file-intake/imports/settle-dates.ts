import type { Actor } from '@/core/actor'
import type { OpenDates } from '@/core/date-order'
import { findDateOrders } from '../queries/find-date-orders'
import { findSender } from '../queries/find-saved-mappings'
import { customerHint } from '../rules/customer-hint'
import { type SettledDates, settleDateOrder } from '../rules/date-order'

/** In which order a file's dates are to be read that fit both, by what is known of its sender and header; null when somebody has to say. */
export async function settleDates(actor: Actor, path: string, { fingerprint, leaning }: OpenDates): Promise<SettledDates | null> {
  const known = await findDateOrders(actor, await findSender(customerHint(path)), fingerprint)
  return settleDateOrder({ ...known, leaning })
}
