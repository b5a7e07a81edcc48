'use server'

import { action } from '@/server/action'
import { confirmPaper } from './commands/confirm-paper'
import { readPaper } from './commands/read-paper'
import { replayBatch } from './commands/replay-batch'
import { retireMapping } from './commands/retire-mapping'
import { undoBatch } from './commands/undo-batch'

export const readPaperAction = action(readPaper)
export const replayBatchAction = action(replayBatch)
export const retireMappingAction = action(retireMapping)
export const undoBatchAction = action(undoBatch)
export const confirmPaperAction = action(confirmPaper)
