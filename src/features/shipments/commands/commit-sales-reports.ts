import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, markKnownFacts, stagedRows } from '@/server/staged-rows'

const FACT = { kind: 'sales-report', table: 'sales_report', key: { customer_id: sql`r.customer_id` } }

/** Takes over what distributors sold on, each line once. */
export async function commitSalesReports(scope: Scope, batchId: string): Promise<void> {
  await markKnownFacts(scope, batchId, FACT)
  await scope.tx.$executeRaw(sql`
    INSERT INTO sales_report (customer_id, number, location, sold_to, transfer, item_id, sold_on, quantity, price_micros, amount_minor,
      currency, fingerprint, occurrence, batch_id, position)
    SELECT r.customer_id, v.number, v.location, v."soldTo", v.transfer, find_item(r.customer_id, v.upc, v."vendorPart", v."customerItem"),
      v."soldOn", v.quantity, v."priceMicros", v."amountMinor", coalesce(substring(v.currency from '^[A-Z]{3}$'), c.currency), r.fingerprint,
      r.occurrence, r.batch_id, r.position
    FROM import_row r
    JOIN customer c ON c.id = r.customer_id
    CROSS JOIN LATERAL jsonb_to_record(r.values) AS v(number text, location text, "soldTo" text, transfer text, upc text, "vendorPart" text,
      "customerItem" text, "soldOn" date, quantity bigint, "priceMicros" bigint, "amountMinor" bigint, currency text)
    WHERE ${stagedRows(batchId, FACT.kind)}`)
  await acceptRows(scope, batchId, FACT.kind)
}
