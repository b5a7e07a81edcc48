'use server'

import { action } from '@/server/action'
import { askBetterProof } from './commands/ask-better-proof'

export const askBetterProofAction = action(askBetterProof)
