'use server'

import { action } from '@/server/action'
import { askListExport } from './commands/ask-list-export'

export const askListExportAction = action(askListExport)
