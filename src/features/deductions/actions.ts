'use server'

import { action } from '@/server/action'
import { assignDeduction } from './commands/assign-deduction'
import { decideDeduction } from './commands/decide-deduction'
import { resolveDeduction } from './commands/resolve-deduction'

export const decideDeductionAction = action(decideDeduction)
export const assignDeductionAction = action(assignDeduction)
export const resolveDeductionAction = action(resolveDeduction)
