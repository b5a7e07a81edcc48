'use server'

import { action } from '@/server/action'
import { answerFreightClaim } from './commands/answer-freight-claim'
import { arrangeExhibits } from './commands/arrange-exhibits'
import { bookReturn } from './commands/book-return'
import { buildPackages } from './commands/build-packages'
import { decideEvidenceRule } from './commands/decide-evidence-rule'
import { fileFreightClaim } from './commands/file-freight-claim'
import { noticeFreightDamage } from './commands/notice-freight-damage'
import { openFreightClaim } from './commands/open-freight-claim'
import { proposeEvidenceRule } from './commands/propose-evidence-rule'
import { recordAnswer } from './commands/record-answer'
import { submitDispute } from './commands/submit-dispute'
import { withdrawDispute } from './commands/withdraw-dispute'
import { withdrawFreightClaim } from './commands/withdraw-freight-claim'

export const arrangeExhibitsAction = action(arrangeExhibits)
export const buildPackagesAction = action(buildPackages)
export const submitDisputeAction = action(submitDispute)
export const recordAnswerAction = action(recordAnswer)
export const bookReturnAction = action(bookReturn)
export const withdrawDisputeAction = action(withdrawDispute)
export const proposeEvidenceRuleAction = action(proposeEvidenceRule)
export const decideEvidenceRuleAction = action(decideEvidenceRule)
export const openFreightClaimAction = action(openFreightClaim)
export const noticeFreightDamageAction = action(noticeFreightDamage)
export const fileFreightClaimAction = action(fileFreightClaim)
export const answerFreightClaimAction = action(answerFreightClaim)
export const withdrawFreightClaimAction = action(withdrawFreightClaim)
