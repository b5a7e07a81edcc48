import { selectIn, sql, type Tx } from '@/server/db/client'

const TOUCHED_MAX = 500

/** The deductions that the numbers on a paper lead to: by order, invoice or delivery, also those of a shipment by its PRO or BOL. */
export async function findDeductionsOfPaper(tx: Tx, documentId: string): Promise<string[]> {
  const rows = await selectIn<{ id: string }>(
    tx,
    sql`WITH number AS (SELECT id_kind, id_key FROM document_link WHERE document_id = ${documentId}::uuid),
      shipment AS (SELECT v.number_key, v.po_key, v.customer_id FROM delivery_line v JOIN number n
        ON (n.id_kind = 'delivery' AND v.number_key = n.id_key) OR (n.id_kind = 'bol' AND v.bol_key = n.id_key)
          OR (n.id_kind = 'pro' AND v.pro_key = n.id_key))
    SELECT d.id::text FROM deduction d JOIN document doc ON doc.id = ${documentId}::uuid
    WHERE (doc.customer_id IS NULL OR d.customer_id = doc.customer_id)
      AND (d.po_key IN (SELECT id_key FROM number WHERE id_kind = 'po') OR d.invoice_key IN (SELECT id_key FROM number WHERE id_kind = 'invoice')
        OR d.claim_key IN (SELECT id_key FROM number WHERE id_kind = 'claim')
        OR EXISTS (SELECT 1 FROM shipment s WHERE s.customer_id = d.customer_id AND (s.number_key = d.delivery_key OR s.po_key = d.po_key))
        OR EXISTS (SELECT 1 FROM shipment s JOIN invoice i ON i.delivery_key = s.number_key
          WHERE i.customer_id = d.customer_id AND i.number_key = d.invoice_key))
    ORDER BY d.id LIMIT ${TOUCHED_MAX}`,
  )
  return rows.map(({ id }) => id)
}
