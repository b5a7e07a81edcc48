import * as z from 'zod'
import { defineCommand, findNothing } from '@/server/command'
import { raw, selectIn, sql } from '@/server/db/client'
import { canReconcile } from '../policy'
import { TEAM_OF_DIFFERENCE } from '../rules/difference-kinds'
import {
  findMissingInvoices,
  findMissingShipments,
  findReceivedQuantityDifferences,
  findShippedQuantityDifferences,
  findStatusDifferences,
  findUnreceivedDeliveries,
} from './find-delivery-differences'
import {
  findMissingDeliveries,
  findOrderPriceDifferences,
  findOrderQuantityDifferences,
  findOrderTermsDifferences,
} from './find-order-differences'

const FINDERS = [
  findOrderQuantityDifferences,
  findOrderPriceDifferences,
  findOrderTermsDifferences,
  findMissingDeliveries,
  findShippedQuantityDifferences,
  findReceivedQuantityDifferences,
  findUnreceivedDeliveries,
  findStatusDifferences,
  findMissingInvoices,
  findMissingShipments,
]

export type Reconciled = { examined: number; changed: number; byKind: Record<string, number> }

/**
 * Compares SAP with orders, ship notices, receipts, carriers and billing, as sets. Only differences are kept: each has one
 * identity, so a new run moves "last seen", opens what is new and resolves what both sides now agree on.
 */
export const reconcile = defineCommand({
  event: 'reconciliation.run',
  input: z.strictObject({}),
  find: findNothing,
  allow: canReconcile,
  timeoutMs: 600_000,
  async change({ tx, today }): Promise<Reconciled> {
    await tx.$executeRaw(sql`CREATE TEMPORARY TABLE found_difference (
      kind text, customer_id uuid, po_number text, po_key text, sales_order_key text, delivery_key text, invoice_key text, line text, field text,
      sap_value text, other_value text, other_source text, item_id uuid, severity_minor bigint, currency text, sources jsonb) ON COMMIT DROP`)
    for (const finder of FINDERS) await tx.$executeRaw(sql`INSERT INTO found_difference ${finder(today)}`)
    await tx.$executeRaw(
      raw(`ALTER TABLE found_difference ADD COLUMN identity text GENERATED ALWAYS AS (
      md5(kind || '|' || customer_id::text || '|' || coalesce(po_key, '') || '|' || coalesce(delivery_key, '') || '|' || coalesce(invoice_key, '') || '|' || coalesce(line, '') || '|' || field)
    ) STORED`),
    )
    const teams = JSON.stringify(TEAM_OF_DIFFERENCE)
    const written = await tx.$executeRaw(sql`
      INSERT INTO difference (identity, customer_id, kind, po_number, po_key, sales_order_key, delivery_key, invoice_key, line, field,
        sap_value, other_value, other_source, item_id, severity_minor, currency, owner_team, sources)
      SELECT DISTINCT ON (identity) identity, customer_id, kind, po_number, po_key, sales_order_key, delivery_key, invoice_key, line, field,
        sap_value, other_value, other_source, item_id, severity_minor, currency, ${teams}::jsonb ->> kind, sources
      FROM found_difference ORDER BY identity
      ON CONFLICT (identity) DO UPDATE SET
        sap_value = excluded.sap_value, other_value = excluded.other_value, severity_minor = excluded.severity_minor, sources = excluded.sources,
        state = CASE WHEN difference.state = 'resolved' THEN 'open' ELSE difference.state END, resolved_at = NULL,
        last_seen_at = now(), version = difference.version + 1
      WHERE (difference.sap_value, difference.other_value, difference.severity_minor, difference.sources) IS DISTINCT FROM
          (excluded.sap_value, excluded.other_value, excluded.severity_minor, excluded.sources) OR difference.state = 'resolved'`)
    const resolved = await tx.$executeRaw(sql`
      UPDATE difference SET state = 'resolved', resolved_at = now(), version = version + 1
      WHERE state <> 'resolved' AND NOT EXISTS (SELECT 1 FROM found_difference f WHERE f.identity = difference.identity)`)
    const kinds = await selectIn<{ kind: string; count: number }>(
      tx,
      sql`SELECT kind, count(DISTINCT identity)::int AS count FROM found_difference GROUP BY kind ORDER BY kind`,
    )
    const [lines] = await selectIn<{ count: number }>(
      tx,
      sql`SELECT ((SELECT count(*) FROM sales_order_line) + (SELECT count(*) FROM delivery_line) + (SELECT count(*) FROM purchase_order_line))::int AS count`,
    )
    return {
      examined: lines?.count ?? 0,
      changed: written + resolved,
      byKind: Object.fromEntries(kinds.map((row) => [row.kind, row.count])),
    }
  },
})
