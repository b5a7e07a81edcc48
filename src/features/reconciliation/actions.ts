'use server'

import { action } from '@/server/action'
import { acceptDifferences } from './commands/accept-differences'
import { askCorrection } from './commands/ask-correction'
import { reconcile } from './commands/reconcile'

export const reconcileAction = action(reconcile)
export const acceptDifferencesAction = action(acceptDifferences)
export const askCorrectionAction = action(askCorrection)
