import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { FreightProofStep } from '../rules/freight-claim'

/** A paper that proves a step of a claim on a carrier. */
export type FreightProof = { step: FreightProofStep; documentId: string; fileName: string; addedByName: string | null; addedAt: Date }

/** What was kept as proof of each step, in the order in which it came. */
export async function findFreightProofs(actor: Actor, claimId: string): Promise<FreightProof[]> {
  return select<FreightProof>(sql`
    SELECT p.step, doc.id::text AS "documentId", doc.file_name AS "fileName", u.name AS "addedByName", p.added_at AS "addedAt"
    FROM freight_proof p JOIN freight_claim f ON f.id = p.claim_id JOIN document doc ON doc.id = p.document_id AND doc.tombstoned_at IS NULL
    LEFT JOIN app_user u ON u.id = p.added_by
    WHERE p.claim_id = ${claimId}::uuid AND ${scopeOf(actor, sql`f.customer_id`)} ORDER BY p.added_at, p.id`)
}
