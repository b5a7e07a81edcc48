import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'

/** A paper of the shipment, with what was noted on it at delivery. */
export type FreightPaper = { id: string; fileName: string; kind: string; exceptions: string | null }

/** Bill of lading, delivery receipt and whatever else is filed of the shipment that a claim on a carrier is about. */
export async function findFreightPapers(actor: Actor, claimId: string): Promise<FreightPaper[]> {
  return select<FreightPaper>(sql`
    SELECT DISTINCT doc.id::text, doc.file_name AS "fileName", p.kind, p.exceptions
    FROM freight_claim f JOIN delivery_paper p ON p.delivery_key = f.delivery_key OR p.bol_key = comparison_key(f.bol_number) OR p.pro_key = comparison_key(f.pro_number)
    JOIN document doc ON doc.id = p.document_id AND doc.tombstoned_at IS NULL AND doc.replaced_by_id IS NULL
    WHERE f.id = ${claimId}::uuid AND ${scopeOf(actor, sql`f.customer_id`)} ORDER BY p.kind, doc.file_name`)
}
