import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'

/** A paper whose numbers lead to a claim. */
export type AttachedPaper = { id: string; kind: string; fileName: string; state: string; isReplaced: boolean; addedAt: Date }

const PAPERS_MAX = 60

/** Every paper that names the claim, its order, invoice or delivery, newest first: the checklist shows only what it asks for. */
export async function findPapersOfDeduction(actor: Actor, id: string): Promise<AttachedPaper[]> {
  return select<AttachedPaper>(sql`
    SELECT p.id::text, p.kind, p.file_name AS "fileName", p.state, p.replaced_by_id IS NOT NULL AS "isReplaced", p.created_at AS "addedAt"
    FROM deduction d
    JOIN LATERAL (SELECT DISTINCT k.document_id FROM document_link k
      WHERE k.id_key IN (d.claim_key, d.invoice_key, d.po_key, d.delivery_key)
      UNION SELECT y.document_id FROM delivery_paper y WHERE y.delivery_key = d.delivery_key) found ON true
    JOIN document p ON p.id = found.document_id AND p.tombstoned_at IS NULL AND (p.customer_id IS NULL OR p.customer_id = d.customer_id)
    WHERE d.id = ${id}::uuid AND ${scopeOf(actor, sql`d.customer_id`)} ORDER BY p.created_at DESC, p.id LIMIT ${PAPERS_MAX}`)
}
