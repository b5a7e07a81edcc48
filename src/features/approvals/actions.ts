'use server'

import { action } from '@/server/action'
import { setLimit } from './commands/set-limit'

export const setLimitAction = action(setLimit)
