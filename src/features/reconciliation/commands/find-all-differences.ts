import { raw, sql, type Tx } from '@/server/db/client'
import { collectShippedLines } from './collect-shipped-lines'
import { findBilledQuantityDifferences, findDoubleInvoices, findSentInvoiceDifferences } from './find-billing-differences'
import {
  collectArrivals,
  findMissingInvoices,
  findMissingShipments,
  findReceivedQuantityDifferences,
  findShippedQuantityDifferences,
  findStatusDifferences,
  findUnreceivedDeliveries,
} from './find-delivery-differences'
import {
  collectComparedLines,
  findArticleDifferences,
  findCurrencyDifferences,
  findDateDifferences,
  findDoubleOrders,
  findMissingDeliveries,
  findOrdersMissingInSap,
  findOrdersMissingThere,
  findPriceDifferences,
  findQuantityDifferences,
  findTermsDifferences,
  findUnitDifferences,
} from './find-order-differences'
import type { Extent } from './prepare-extent'

const FINDERS = [
  findQuantityDifferences,
  findPriceDifferences,
  findUnitDifferences,
  findCurrencyDifferences,
  findArticleDifferences,
  findDoubleOrders,
  findOrdersMissingInSap,
  findOrdersMissingThere,
  findDateDifferences,
  findTermsDifferences,
  findMissingDeliveries,
  findShippedQuantityDifferences,
  findReceivedQuantityDifferences,
  findUnreceivedDeliveries,
  findStatusDifferences,
  findMissingInvoices,
  findMissingShipments,
  findBilledQuantityDifferences,
  findSentInvoiceDifferences,
  findDoubleInvoices,
]

/** Turns what was paired and matched into typed differences (`found_difference`), each with one identity that stays the same in every run. */
export async function findAllDifferences(tx: Tx, extent: Extent): Promise<void> {
  await collectComparedLines(tx)
  await collectShippedLines(tx, extent)
  await collectArrivals(tx)
  await tx.$executeRaw(sql`CREATE TEMPORARY TABLE found_difference (
    kind text, customer_id uuid, po_number text, po_key text, sales_order_key text, delivery_key text, invoice_key text, line text, field text,
    sap_value text, other_value text, other_source text, item_id uuid, severity_minor bigint, currency text, sources jsonb, match_identity text) ON COMMIT DROP`)
  for (const find of FINDERS) await tx.$executeRaw(sql`INSERT INTO found_difference ${find(extent)}`)
  await tx.$executeRaw(
    raw(`ALTER TABLE found_difference ADD COLUMN tolerance_id uuid, ADD COLUMN identity text GENERATED ALWAYS AS (
      md5(kind || '|' || customer_id::text || '|' || coalesce(po_key, CASE WHEN delivery_key IS NULL THEN sales_order_key END, '') || '|' || coalesce(delivery_key, '') || '|' || coalesce(invoice_key, '')
        || '|' || coalesce(line, '') || '|' || field)
    ) STORED`),
  )
  await tx.$executeRaw(sql`CREATE INDEX ON found_difference (identity)`)
  await tx.$executeRaw(sql`ANALYZE found_difference`)
}
