import { defineCommand } from '@/server/command'
import { canSubmit } from '../policy'
import { AddProofInput } from '../schemas'
import { findForChange } from './find-for-change'
import { keepProof } from './keep-proof'

/** Keeps a picture or receipt that proves a submission. It counts once the submission names it. */
export const addProof = defineCommand({
  event: 'dispute.proof-added',
  input: AddProofInput,
  find: findForChange,
  allow: canSubmit,
  change: (scope, dispute, input) => keepProof(scope, dispute.customerId, input),
})
