'use server'

import { action } from '@/server/action'
import { arrangeExhibits } from './commands/arrange-exhibits'
import { bookReturn } from './commands/book-return'
import { buildPackages } from './commands/build-packages'
import { decideEvidenceRule } from './commands/decide-evidence-rule'
import { proposeEvidenceRule } from './commands/propose-evidence-rule'
import { recordAnswer } from './commands/record-answer'
import { submitDispute } from './commands/submit-dispute'
import { withdrawDispute } from './commands/withdraw-dispute'

export const arrangeExhibitsAction = action(arrangeExhibits)
export const buildPackagesAction = action(buildPackages)
export const submitDisputeAction = action(submitDispute)
export const recordAnswerAction = action(recordAnswer)
export const bookReturnAction = action(bookReturn)
export const withdrawDisputeAction = action(withdrawDispute)
export const proposeEvidenceRuleAction = action(proposeEvidenceRule)
export const decideEvidenceRuleAction = action(decideEvidenceRule)
