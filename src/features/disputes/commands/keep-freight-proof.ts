import { Refusal } from '@/core/refusal'
import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import type { FreightProofStep } from '../rules/freight-claim'

type Claim = { id: string; customerId: string }

/** Ties a paper to the step it proves. Refuses 'not-found' for a paper that is not of the claim's customer. */
export async function keepFreightProof(
  { tx, actor }: Scope,
  claim: Claim,
  step: FreightProofStep,
  documentId: string | null,
): Promise<void> {
  if (documentId === null) return
  const addedBy = actor.kind === 'job' ? null : actor.userId
  const kept = await tx.$executeRaw(sql`
    INSERT INTO freight_proof (claim_id, document_id, step, added_by)
    SELECT ${claim.id}::uuid, doc.id, ${step}, ${addedBy}::uuid FROM document doc
    WHERE doc.id = ${documentId}::uuid AND doc.customer_id = ${claim.customerId}::uuid AND doc.tombstoned_at IS NULL
    ON CONFLICT (claim_id, document_id, step) DO UPDATE SET added_by = excluded.added_by`)
  if (kept === 0) throw new Refusal('not-found')
}
