import { addStagedDocuments } from '@/features/documents/commands/add-staged-documents'
import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, stagedRows } from '@/server/staged-rows'

const KIND = 'delivery-paper'

// A paper belongs to the customer of the delivery, order or invoice it names; an unknown one waits for them.
const CUSTOMER = sql`coalesce(r.customer_id,
  (SELECT d.customer_id FROM delivery_line d WHERE d.number_key = comparison_key(r.values -> 'facts' ->> 'delivery') LIMIT 1),
  (SELECT d.customer_id FROM delivery_line d WHERE d.bol_key = comparison_key(r.values -> 'facts' ->> 'bol') LIMIT 1),
  (SELECT d.customer_id FROM delivery_line d WHERE d.pro_key = comparison_key(r.values -> 'facts' ->> 'pro') LIMIT 1),
  (SELECT i.customer_id FROM jsonb_to_recordset(r.values -> 'links') AS l("idKind" text, "idText" text)
    JOIN invoice i ON i.number_key = comparison_key(l."idText") WHERE l."idKind" = 'invoice' LIMIT 1),
  (SELECT s.customer_id FROM jsonb_to_recordset(r.values -> 'links') AS l("idKind" text, "idText" text)
    JOIN sales_order_line s ON s.po_key = comparison_key(l."idText") WHERE l."idKind" = 'po' LIMIT 1))`

/** Takes over papers (one that says the same under the same name is known): the document with its links, and what a delivery receipt or bill of lading says of a shipment. */
export async function commitDeliveryPapers(scope: Scope, batchId: string): Promise<void> {
  await scope.tx.$executeRaw(
    sql`UPDATE import_row r SET customer_id = ${CUSTOMER} WHERE ${stagedRows(batchId, KIND)} AND r.customer_id IS NULL`,
  )
  await scope.tx.$executeRaw(sql`
    UPDATE import_row r SET status = 'duplicate', duplicate_of = t.batch_id FROM import_batch b, document t
    WHERE ${stagedRows(batchId, KIND)} AND b.id = r.batch_id AND t.file_name = b.file_name AND t.kind = r.values ->> 'documentKind'
      AND t.tombstoned_at IS NULL AND (t.file_id = b.file_id OR (t.state = 'text' AND t.lines = r.values -> 'pages'))`)
  await scope.tx.$executeRaw(sql`UPDATE import_row r SET status = 'duplicate' WHERE ${stagedRows(batchId, KIND)} AND r.occurrence > 1`)
  await addStagedDocuments(scope, batchId, KIND, sql`r.customer_id`)
  await scope.tx.$executeRaw(sql`
    INSERT INTO delivery_paper (document_id, kind, customer_id, pro, pro_key, bol, bol_key, delivery_key, po_key, cartons_printed,
      pieces_shipped, pieces_received, count_by, is_signed, is_stamped, exceptions, signed_on, citations, count_in)
    SELECT t.id, t.kind, r.customer_id, v.pro, comparison_key(v.pro), v.bol, comparison_key(v.bol), comparison_key(v.delivery),
      comparison_key(v.po), v."cartonsPrinted", v."piecesShipped", v."piecesReceived", v."countBy", v."isSigned", v."isStamped",
      v.exceptions, v."signedOn", coalesce(v.citations, '{}'), v."countIn"
    FROM import_row r JOIN import_batch b ON b.id = r.batch_id
    JOIN document t ON t.file_id = b.file_id AND t.file_name = b.file_name AND t.kind = r.values ->> 'documentKind'
    CROSS JOIN LATERAL jsonb_to_record(r.values -> 'facts') AS v(pro text, bol text, delivery text, po text, "cartonsPrinted" int,
      "piecesShipped" int, "piecesReceived" int, "countBy" text, "isSigned" boolean, "isStamped" boolean, exceptions text, "signedOn" date,
      citations jsonb, "countIn" text)
    WHERE ${stagedRows(batchId, KIND)} AND jsonb_typeof(r.values -> 'facts') = 'object'
    ON CONFLICT (document_id) DO NOTHING`)
  await acceptRows(scope, batchId, KIND)
}
