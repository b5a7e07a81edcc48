import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, markKnownFacts, stagedRows } from '@/server/staged-rows'

const FACT = {
  kind: 'portal-claim',
  table: 'portal_claim',
  key: { customer_id: sql`r.customer_id`, claim_key: sql`comparison_key(r.values ->> 'claimNumber')` },
}

/** Takes over staged claim details, from portal files and 812 alike, each once. */
export async function commitPortalClaims(scope: Scope, batchId: string): Promise<void> {
  await markKnownFacts(scope, batchId, FACT)
  await scope.tx.$executeRaw(sql`
    INSERT INTO portal_claim (customer_id, claim_number, claim_key, claimed_on, code, code_text, po_number, po_key, invoice_number,
      invoice_key, site, customer_item, upc, item_id, quantity, unit_micros, amount_minor, currency, received_quantity, reference, source,
      fingerprint, occurrence, batch_id, position)
    SELECT r.customer_id, v."claimNumber", comparison_key(v."claimNumber"), v."claimedOn", v.code, v."codeText", v."poNumber",
      comparison_key(v."poNumber"), v."invoiceNumber", comparison_key(v."invoiceNumber"), v.site, v."customerItem", v.upc,
      find_item(r.customer_id, v.upc, v."vendorPart", v."customerItem"), v.quantity, v."unitMicros", v."amountMinor",
      coalesce(substring(v.currency from '^[A-Z]{3}$'), c.currency), v."receivedQuantity", v.reference, v.source, r.fingerprint, r.occurrence, r.batch_id,
      r.position
    FROM import_row r
    JOIN customer c ON c.id = r.customer_id
    CROSS JOIN LATERAL jsonb_to_record(r.values) AS v("claimNumber" text, "claimedOn" date, code text, "codeText" text, "poNumber" text,
      "invoiceNumber" text, site text, "customerItem" text, upc text, "vendorPart" text, quantity bigint, "unitMicros" bigint,
      "amountMinor" bigint, currency text, "receivedQuantity" bigint, reference text, source text)
    WHERE ${stagedRows(batchId, FACT.kind)}`)
  await acceptRows(scope, batchId, FACT.kind)
}
