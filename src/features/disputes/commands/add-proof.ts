import { addDocument } from '@/features/documents/commands/add-document'
import { defineCommand } from '@/server/command'
import { canSubmit } from '../policy'
import { AddProofInput } from '../schemas'
import { findForChange } from './find-for-change'

/** Keeps a picture or receipt that proves a submission. It counts once the submission names it. */
export const addProof = defineCommand({
  event: 'dispute.proof-added',
  input: AddProofInput,
  find: findForChange,
  allow: canSubmit,
  async change(scope, dispute, { fileName, mediaType, content }) {
    const document = await addDocument(
      scope.actor,
      { customerId: dispute.customerId, kind: 'submission-proof', fileName, mediaType, content, pageCount: 1 },
      { within: scope },
    )
    return { documentId: document.id }
  },
})
