'use server'

import { action } from '@/server/action'
import { acceptDifferences } from './commands/accept-differences'
import { askAboutSignal } from './commands/ask-about-signal'
import { askCorrection } from './commands/ask-correction'
import { askCorrections } from './commands/ask-corrections'
import { decideTolerance } from './commands/decide-tolerance'
import { endTolerance } from './commands/end-tolerance'
import { mailCorrection } from './commands/mail-correction'
import { proposeTolerance } from './commands/propose-tolerance'
import { reconcile } from './commands/reconcile'

export const reconcileAction = action(reconcile)
export const acceptDifferencesAction = action(acceptDifferences)
export const askCorrectionAction = action(askCorrection)
export const askCorrectionsAction = action(askCorrections)
export const proposeToleranceAction = action(proposeTolerance)
export const decideToleranceAction = action(decideTolerance)
export const mailCorrectionAction = action(mailCorrection)
export const endToleranceAction = action(endTolerance)
export const askAboutSignalAction = action(askAboutSignal)
