import * as z from 'zod'
import { defineCommand, findNothing } from '@/server/command'
import { type Sql, selectIn, sql, type Tx } from '@/server/db/client'
import { yearlyMoneyCostPpm } from '@/server/money-cost'
import { canCheckOrders } from '../policy'
import { TEAM_OF_EXCEPTION } from '../rules/exception-kinds'
import { findLineAllowanceExceptions, findOrderAllowanceExceptions } from './find-allowance-exceptions'
import { findChangesWithoutOrder, findDeliveriesWithoutOrder, findUnclearChanges } from './find-change-exceptions'
import { findItemStatusExceptions, findUnknownItems, findUnlistedItems } from './find-item-exceptions'
import {
  findCreditExceptions,
  findCurrencyExceptions,
  findDuplicateOrders,
  findLeadTimeExceptions,
  findResentOrders,
  findTotalExceptions,
  findWindowExceptions,
} from './find-order-exceptions'
import { findAmbiguousPrices, findMissingPrices, findPriceExceptions, findPromotionExceptions } from './find-price-exceptions'
import {
  findImpossibleQuantities,
  findMinimumExceptions,
  findPackDifferences,
  findPackExceptions,
  findSmallOrders,
  findUnknownUnits,
} from './find-quantity-exceptions'
import { findTermsExceptions } from './find-terms-exceptions'
import { gatherLines } from './gather-lines'
import { setDueTimes } from './set-due-times'

const FINDERS: readonly Sql[] = [
  ...[findPriceExceptions, findPromotionExceptions, findMissingPrices, findAmbiguousPrices, findLineAllowanceExceptions],
  ...[findPackExceptions, findPackDifferences, findMinimumExceptions, findSmallOrders, findImpossibleQuantities, findUnknownUnits],
  ...[findOrderAllowanceExceptions, findUnknownItems, findItemStatusExceptions, findUnlistedItems],
  ...[findLeadTimeExceptions, findCurrencyExceptions, findCreditExceptions, findTotalExceptions, findDuplicateOrders, findResentOrders],
  ...[findChangesWithoutOrder, findUnclearChanges, findDeliveriesWithoutOrder],
]

export type OrdersChecked = { examined: number; changed: number; byKind: Record<string, number> }

/**
 * Checks every order against price list, promotions, allowances, packs, minimums, terms, ship window, item master and credit, before it
 * is released; what our own order entry made of it is the comparison's. An exception keeps its identity over runs: it moves, closes when the facts no longer show it, and
 * opens again with its history when they do, or when what was decided upon has become something else.
 */
export const checkOrders = defineCommand({
  event: 'order.checked',
  input: z.strictObject({}),
  find: findNothing,
  allow: canCheckOrders,
  timeoutMs: 600_000,
  async change({ tx, today }): Promise<OrdersChecked> {
    await gatherLines(tx)
    await tx.$executeRaw(sql`CREATE TEMPORARY TABLE found_exception (purchase_order_id uuid, customer_id uuid, po_number text, po_key text, line text,
      kind text, field text, expected text, actual text, at_stake_minor bigint, currency text, steps jsonb) ON COMMIT DROP`)
    for (const found of [...FINDERS, ...findTermsExceptions(yearlyMoneyCostPpm()), findWindowExceptions(today)])
      await tx.$executeRaw(sql`INSERT INTO found_exception ${found}`)
    const changed = (await keepFound(tx)) + (await closeVanished(tx))
    await setDueTimes(tx)
    const kinds = await selectIn<{ kind: string; count: number }>(
      tx,
      sql`SELECT kind, count(DISTINCT (customer_id, po_key, line, field))::int AS count FROM found_exception GROUP BY kind ORDER BY kind`,
    )
    const [lines] = await selectIn<{ count: number }>(tx, sql`SELECT count(*)::int AS count FROM checked_line`)
    return { examined: lines?.count ?? 0, changed, byKind: Object.fromEntries(kinds.map((row) => [row.kind, row.count])) }
  },
})

/** New ones open. Known ones move; those that had closed, or were decided upon other figures, open again and are due anew. */
async function keepFound(tx: Tx): Promise<number> {
  const isAnother = sql`(e.expected, e.actual, e.at_stake_minor) IS DISTINCT FROM (excluded.expected, excluded.actual, excluded.at_stake_minor)`
  const isDecided = sql`e.state IN ('released', 'rejected', 'corrected')`
  const reopens = sql`(e.state = 'resolved' OR (${isDecided} AND (e.expected, e.actual) IS DISTINCT FROM (excluded.expected, excluded.actual)))`
  return tx.$executeRaw(sql`
    INSERT INTO order_exception AS e (purchase_order_id, customer_id, po_number, po_key, line, kind, field, expected, actual, at_stake_minor, currency, steps, owner_team)
    SELECT DISTINCT ON (customer_id, po_key, line, kind, field) purchase_order_id, customer_id, po_number, po_key, line, kind, field, expected, actual,
      at_stake_minor, currency, steps, ${JSON.stringify(TEAM_OF_EXCEPTION)}::jsonb ->> kind
    FROM found_exception ORDER BY customer_id, po_key, line, kind, field
    ON CONFLICT (customer_id, po_key, line, kind, field) DO UPDATE SET
      purchase_order_id = excluded.purchase_order_id, expected = excluded.expected, actual = excluded.actual, at_stake_minor = excluded.at_stake_minor,
      steps = excluded.steps, state = CASE WHEN ${reopens} THEN 'open' ELSE e.state END,
      due_at = CASE WHEN ${reopens} THEN NULL ELSE e.due_at END,
      reopened_count = e.reopened_count + CASE WHEN ${reopens} THEN 1 ELSE 0 END,
      resolved_at = NULL, last_seen_at = now(), version = e.version + 1
    WHERE ${isAnother} OR e.state = 'resolved' OR e.steps IS DISTINCT FROM excluded.steps OR e.purchase_order_id IS DISTINCT FROM excluded.purchase_order_id`)
}

/** What the facts no longer show is resolved; a release stays as the decision it was. */
async function closeVanished(tx: Tx): Promise<number> {
  return tx.$executeRaw(sql`
    UPDATE order_exception e SET state = 'resolved', resolved_at = now(), version = version + 1
    WHERE e.state IN ('open', 'held', 'corrected', 'rejected') AND NOT EXISTS (SELECT 1 FROM found_exception f
      WHERE f.customer_id = e.customer_id AND f.po_key = e.po_key AND f.line = e.line AND f.kind = e.kind AND f.field = e.field)`)
}
