'use server'

import { action } from '@/server/action'
import { askExport } from './commands/ask-export'
import { askUndoBulk } from './commands/ask-undo-bulk'
import { assignDeduction } from './commands/assign-deduction'
import { confirmDeadline } from './commands/confirm-deadline'
import { decideCodeMaps } from './commands/decide-code-maps'
import { decideDeduction } from './commands/decide-deduction'
import { decideGivingUp } from './commands/decide-giving-up'
import { declineLedgerRequest } from './commands/decline-ledger-request'
import { enterDeduction } from './commands/enter-deduction'
import { mergeDeductions } from './commands/merge-deductions'
import { nameCause } from './commands/name-cause'
import { pasteDeductions } from './commands/paste-deductions'
import { postLedgerRequest } from './commands/post-ledger-request'
import { proposeCodeMaps } from './commands/propose-code-maps'
import { requestEvidence } from './commands/request-evidence'
import { resolveDeduction } from './commands/resolve-deduction'
import { saveCause } from './commands/save-cause'
import { sendToSales } from './commands/send-to-sales'
import { setSmallAmount } from './commands/set-small-amount'
import { splitDeduction } from './commands/split-deduction'
import { startBulk } from './commands/start-bulk'
import { stateDeadline } from './commands/state-deadline'
import { takeBackResolution } from './commands/take-back-resolution'
import { takeEntryBack } from './commands/take-entry-back'
import { undoLineage } from './commands/undo-lineage'

export const askExportAction = action(askExport)
export const pasteDeductionsAction = action(pasteDeductions)
export const startBulkAction = action(startBulk)
export const askUndoBulkAction = action(askUndoBulk)
export const decideDeductionAction = action(decideDeduction)
export const decideGivingUpAction = action(decideGivingUp)
export const enterDeductionAction = action(enterDeduction)
export const assignDeductionAction = action(assignDeduction)
export const nameCauseAction = action(nameCause)
export const postLedgerRequestAction = action(postLedgerRequest)
export const declineLedgerRequestAction = action(declineLedgerRequest)
export const sendToSalesAction = action(sendToSales)
export const takeBackResolutionAction = action(takeBackResolution)
export const setSmallAmountAction = action(setSmallAmount)
export const takeEntryBackAction = action(takeEntryBack)
export const saveCauseAction = action(saveCause)
export const resolveDeductionAction = action(resolveDeduction)
export const proposeCodeMapsAction = action(proposeCodeMaps)
export const decideCodeMapsAction = action(decideCodeMaps)
export const confirmDeadlineAction = action(confirmDeadline)
export const stateDeadlineAction = action(stateDeadline)
export const splitDeductionAction = action(splitDeduction)
export const mergeDeductionsAction = action(mergeDeductions)
export const undoLineageAction = action(undoLineage)
export const requestEvidenceAction = action(requestEvidence)
