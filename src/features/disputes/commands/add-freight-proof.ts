import { addDocument } from '@/features/documents/commands/add-document'
import { defineCommand } from '@/server/command'
import { canClaimFreight, canRecordCarrierAnswer } from '../policy'
import { AddFreightProofInput } from '../schemas'
import { findFreightClaimForChange } from './find-freight-claim'

/** Keeps a picture or receipt that proves a step of a claim on a carrier. It counts once the step names it. */
export const addFreightProof = defineCommand({
  event: 'freight-claim.proof-added',
  input: AddFreightProofInput,
  find: findFreightClaimForChange,
  allow: (actor, claim) => canClaimFreight(actor, claim) || canRecordCarrierAnswer(actor, claim),
  async change(scope, claim, { fileName, mediaType, content }) {
    const document = await addDocument(
      scope.actor,
      { customerId: claim.customerId, kind: 'submission-proof', fileName, mediaType, content, pageCount: 1 },
      { within: scope },
    )
    return { documentId: document.id }
  },
})
