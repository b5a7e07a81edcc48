'use server'

import { action } from '@/server/action'
import { readPaper } from './commands/read-paper'

export const readPaperAction = action(readPaper)
