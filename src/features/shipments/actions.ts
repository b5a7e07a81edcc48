'use server'

import { action } from '@/server/action'
import { askBetterProof } from './commands/ask-better-proof'
import { endClock } from './commands/end-clock'
import { setClock } from './commands/set-clock'

export const askBetterProofAction = action(askBetterProof)
export const endClockAction = action(endClock)
export const setClockAction = action(setClock)
