'use server'

import { action } from '@/server/action'
import { assignDeduction } from './commands/assign-deduction'
import { confirmDeadline } from './commands/confirm-deadline'
import { decideCodeMaps } from './commands/decide-code-maps'
import { decideDeduction } from './commands/decide-deduction'
import { decideGivingUp } from './commands/decide-giving-up'
import { enterDeduction } from './commands/enter-deduction'
import { proposeCodeMaps } from './commands/propose-code-maps'
import { resolveDeduction } from './commands/resolve-deduction'
import { stateDeadline } from './commands/state-deadline'

export const decideDeductionAction = action(decideDeduction)
export const decideGivingUpAction = action(decideGivingUp)
export const enterDeductionAction = action(enterDeduction)
export const assignDeductionAction = action(assignDeduction)
export const resolveDeductionAction = action(resolveDeduction)
export const proposeCodeMapsAction = action(proposeCodeMaps)
export const decideCodeMapsAction = action(decideCodeMaps)
export const confirmDeadlineAction = action(confirmDeadline)
export const stateDeadlineAction = action(stateDeadline)
