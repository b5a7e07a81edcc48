import { defineCommand } from '@/server/command'
import { canClaimFreight, canRecordCarrierAnswer } from '../policy'
import { AddFreightProofInput } from '../schemas'
import { findFreightClaimForChange } from './find-freight-claim'
import { keepProof } from './keep-proof'

/** Keeps a picture or receipt that proves a step of a claim on a carrier. It counts once the step names it. */
export const addFreightProof = defineCommand({
  event: 'freight-claim.proof-added',
  input: AddFreightProofInput,
  find: findFreightClaimForChange,
  allow: (actor, claim) => canClaimFreight(actor, claim) || canRecordCarrierAnswer(actor, claim),
  change: (scope, claim, input) => keepProof(scope, claim.customerId, input),
})
