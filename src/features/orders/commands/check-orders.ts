import * as z from 'zod'
import { defineCommand, findNothing } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { canCheckOrders } from '../policy'
import {
  findDuplicateOrders,
  findMissingPrices,
  findPackExceptions,
  findPriceExceptions,
  findTermsExceptions,
  findUnknownItems,
  findWindowExceptions,
} from './find-exceptions'

const FINDERS = [
  findPriceExceptions,
  findMissingPrices,
  findPackExceptions,
  findTermsExceptions,
  findWindowExceptions,
  findUnknownItems,
  findDuplicateOrders,
]

export type OrdersChecked = { examined: number; changed: number; byKind: Record<string, number> }

/**
 * Checks every order against agreed prices, packs, terms, ship windows and the item master, before it is released.
 * An exception keeps its identity over runs; what the facts no longer show is resolved, what a person decided stays.
 */
export const checkOrders = defineCommand({
  event: 'order.checked',
  input: z.strictObject({}),
  find: findNothing,
  allow: canCheckOrders,
  timeoutMs: 600_000,
  async change({ tx }): Promise<OrdersChecked> {
    await tx.$executeRaw(sql`CREATE TEMPORARY TABLE found_exception (
      purchase_order_id uuid, customer_id uuid, line text, kind text, field text, expected text, actual text, at_stake_minor bigint, currency text, steps jsonb) ON COMMIT DROP`)
    for (const finder of FINDERS) await tx.$executeRaw(sql`INSERT INTO found_exception ${finder}`)
    const written = await tx.$executeRaw(sql`
      INSERT INTO order_exception (purchase_order_id, customer_id, line, kind, field, expected, actual, at_stake_minor, currency, steps)
      SELECT DISTINCT ON (purchase_order_id, line, kind, field) * FROM found_exception ORDER BY purchase_order_id, line, kind, field
      ON CONFLICT (purchase_order_id, line, kind, field) DO UPDATE SET
        expected = excluded.expected, actual = excluded.actual, at_stake_minor = excluded.at_stake_minor, steps = excluded.steps,
        state = CASE WHEN order_exception.state = 'resolved' THEN 'open' ELSE order_exception.state END,
        resolved_at = NULL, last_seen_at = now(), version = order_exception.version + 1
      WHERE (order_exception.expected, order_exception.actual, order_exception.at_stake_minor) IS DISTINCT FROM (excluded.expected, excluded.actual, excluded.at_stake_minor)
        OR order_exception.state = 'resolved'`)
    const resolved = await tx.$executeRaw(sql`
      UPDATE order_exception e SET state = 'resolved', resolved_at = now(), version = version + 1
      WHERE e.state IN ('open', 'held') AND NOT EXISTS (
        SELECT 1 FROM found_exception f WHERE f.purchase_order_id = e.purchase_order_id AND f.line = e.line AND f.kind = e.kind AND f.field = e.field)`)
    const kinds = await selectIn<{ kind: string; count: number }>(
      tx,
      sql`SELECT kind, count(*)::int AS count FROM found_exception GROUP BY kind ORDER BY kind`,
    )
    const [lines] = await selectIn<{ count: number }>(tx, sql`SELECT count(*)::int AS count FROM purchase_order_line`)
    return {
      examined: lines?.count ?? 0,
      changed: written + resolved,
      byKind: Object.fromEntries(kinds.map((row) => [row.kind, row.count])),
    }
  },
})
