import type { Scope } from '@/server/command'
import { type Sql, sql } from '@/server/db/client'
import { acceptRows, markKnownFacts, rejectOlderRows, stagedRows } from '@/server/staged-rows'

const FACT = {
  kind: 'portal-claim',
  table: 'portal_claim',
  key: { customer_id: sql`r.customer_id`, claim_key: sql`comparison_key(r.values ->> 'claimNumber')` },
}

/** Takes over staged claim details, from portal files and 812 alike, each once; a line that says something else than before is a version. */
export async function commitPortalClaims(scope: Scope, batchId: string): Promise<void> {
  await markKnownFacts(scope, batchId, FACT)
  // An older copy that comes late changes no line; a line that it alone has is new.
  await rejectOlderRows(scope, batchId, FACT.kind, FACT.table, sql`(r.row_no, t.id) IN (${changedLines(batchId)})`)
  await replaceChangedClaims(scope, batchId)
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

// What makes two lines of a claim the same line, whatever they say of quantity and money.
const LINE_OF_ROW = sql`ROW(r.values ->> 'source', coalesce(r.values ->> 'code', ''), coalesce(comparison_key(r.values ->> 'poNumber'), ''),
  coalesce(comparison_key(r.values ->> 'invoiceNumber'), ''), coalesce(r.values ->> 'customerItem', ''), coalesce(r.values ->> 'upc', ''))`
const LINE_OF_CLAIM = sql`ROW(t.source, coalesce(t.code, ''), coalesce(t.po_key, ''), coalesce(t.invoice_key, ''), coalesce(t.customer_item, ''),
  coalesce(t.upc, ''))`

/**
 * A line that stands once in the file and once in what is known, with other content, is the same line, changed. Lines the file
 * repeats stay. Answers the number of the row and the id of the claim.
 */
function changedLines(batchId: string): Sql {
  return sql`
    WITH line AS (
      SELECT r.row_no, r.customer_id, comparison_key(r.values ->> 'claimNumber') AS claim_key, ${LINE_OF_ROW} AS line
      FROM import_row r WHERE ${stagedRows(batchId, FACT.kind)}
    ), matched AS (
      SELECT l.row_no, t.id, count(*) OVER (PARTITION BY l.row_no) AS claims, count(*) OVER (PARTITION BY t.id) AS lines
      FROM line l JOIN portal_claim t ON t.customer_id = l.customer_id AND t.claim_key = l.claim_key AND ${LINE_OF_CLAIM} = l.line
      WHERE NOT EXISTS (SELECT 1 FROM import_row k WHERE k.batch_id = ${batchId}::uuid AND k.fingerprint = t.fingerprint)
    ) SELECT row_no, id FROM matched WHERE claims = 1 AND lines = 1`
}

async function replaceChangedClaims({ tx }: Scope, batchId: string): Promise<void> {
  await tx.$executeRaw(sql`
    WITH changed AS (${changedLines(batchId)}), kept AS (
      INSERT INTO record_version (table_name, record_id, version, content, batch_id)
      SELECT 'portal_claim', t.id, (SELECT 1 + count(*)::int FROM record_version v WHERE v.table_name = 'portal_claim' AND v.record_id = t.id),
        to_jsonb(t), ${batchId}::uuid
      FROM changed c JOIN portal_claim t ON t.id = c.id
    ), replaced AS (
      UPDATE portal_claim t SET claimed_on = v."claimedOn", code_text = v."codeText", site = v.site, quantity = v.quantity,
        unit_micros = v."unitMicros", amount_minor = v."amountMinor", received_quantity = v."receivedQuantity", reference = v.reference,
        fingerprint = r.fingerprint, occurrence = r.occurrence, batch_id = r.batch_id, position = r.position
      FROM changed c JOIN import_row r ON r.batch_id = ${batchId}::uuid AND r.row_no = c.row_no
      CROSS JOIN LATERAL jsonb_to_record(r.values) AS v("claimedOn" date, "codeText" text, site text, quantity bigint, "unitMicros" bigint,
        "amountMinor" bigint, "receivedQuantity" bigint, reference text)
      WHERE t.id = c.id
    )
    UPDATE import_row r SET status = 'accepted' FROM changed c WHERE r.batch_id = ${batchId}::uuid AND r.row_no = c.row_no`)
}
