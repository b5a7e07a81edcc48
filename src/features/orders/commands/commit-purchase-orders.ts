import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, prepareRecords, stagedRows } from '@/server/staged-rows'
import { replayAddedLines } from './replay-added-lines'

const RECORD = {
  kind: 'purchase-order',
  table: 'purchase_order',
  key: { customer_id: sql`r.customer_id`, number_key: sql`comparison_key(r.values ->> 'number')` },
  lines: { table: 'purchase_order_line', parent: 'purchase_order_id' },
}

/** Takes over staged purchase orders; an order that says something else than before becomes a new version. */
export async function commitPurchaseOrders(scope: Scope, batchId: string): Promise<void> {
  await prepareRecords(scope, batchId, RECORD)
  await scope.tx.$executeRaw(sql`
    INSERT INTO purchase_order AS t (customer_id, number, number_key, ordered_on, currency, ship_from, ship_by, freight_terms, net_days,
      discount_ppm, discount_days, carrier, ship_to_number, stated_total_minor, allowance_minor, allowance_agreement, allowance_position,
      source, fingerprint, batch_id, position)
    SELECT r.customer_id, v.number, comparison_key(v.number), v."orderedOn", coalesce(substring(v.currency from '^[A-Z]{3}$'), c.currency), v."shipFrom",
      v."shipBy", v."freightTerms", v."netDays", v."discountPpm", v."discountDays", v.carrier, v."shipToNumber", v."statedTotalMinor",
      v."allowanceMinor", v."allowanceAgreement", v."allowancePosition", v.source, r.fingerprint, r.batch_id, r.position
    FROM import_row r
    JOIN customer c ON c.id = r.customer_id
    CROSS JOIN LATERAL jsonb_to_record(r.values) AS v(number text, "orderedOn" date, currency text, "shipFrom" date, "shipBy" date,
      "freightTerms" text, "netDays" int, "discountPpm" int, "discountDays" int, carrier text, "shipToNumber" text, "statedTotalMinor" bigint,
      "allowanceMinor" bigint, "allowanceAgreement" text, "allowancePosition" text, source text)
    WHERE ${stagedRows(batchId, RECORD.kind)}
    ON CONFLICT (customer_id, number_key) DO UPDATE SET number = excluded.number, ordered_on = excluded.ordered_on,
      currency = excluded.currency, ship_from = excluded.ship_from, ship_by = excluded.ship_by, freight_terms = excluded.freight_terms,
      net_days = excluded.net_days, discount_ppm = excluded.discount_ppm, discount_days = excluded.discount_days, carrier = excluded.carrier,
      ship_to_number = excluded.ship_to_number, stated_total_minor = excluded.stated_total_minor,
      allowance_minor = excluded.allowance_minor, allowance_agreement = excluded.allowance_agreement, allowance_position = excluded.allowance_position, source = excluded.source,
      fingerprint = excluded.fingerprint, batch_id = excluded.batch_id, position = excluded.position, version = t.version + 1`)
  await scope.tx.$executeRaw(sql`
    INSERT INTO purchase_order_line (purchase_order_id, line, customer_id, item_id, customer_item, upc, vendor_part, quantity, unit,
      price_micros, pack, position, allowance_minor, allowance_agreement, allowance_position)
    SELECT o.id, l.line, r.customer_id, find_item(r.customer_id, l.upc, l."vendorPart", l."customerItem"), l."customerItem", l.upc,
      l."vendorPart", l.quantity, l.unit, l."priceMicros", l.pack, l.position,
      l."allowanceMinor", l."allowanceAgreement", l."allowancePosition"
    FROM import_row r
    JOIN purchase_order o ON o.customer_id = r.customer_id AND o.number_key = comparison_key(r.values ->> 'number')
    CROSS JOIN LATERAL jsonb_to_recordset(r.values -> 'lines') AS l(line text, "customerItem" text, upc text, "vendorPart" text,
      quantity bigint, unit text, "priceMicros" bigint, pack int, position text, "allowanceMinor" bigint, "allowanceAgreement" text,
      "allowancePosition" text)
    WHERE ${stagedRows(batchId, RECORD.kind)}`)
  await acceptRows(scope, batchId, RECORD.kind)
  await replayAddedLines(scope, sql`SELECT customer_id, number_key FROM purchase_order WHERE batch_id = ${batchId}::uuid`)
}
