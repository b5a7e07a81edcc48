'use server'

import { action } from '@/server/action'
import { addComment } from './commands/add-comment'
import { answerTask } from './commands/answer-task'
import { askTeam } from './commands/ask-team'
import { closeTask } from './commands/close-task'
import { remindTask } from './commands/remind-task'

export const askTeamAction = action(askTeam)
export const answerTaskAction = action(answerTask)
export const closeTaskAction = action(closeTask)
export const remindTaskAction = action(remindTask)
export const addCommentAction = action(addComment)
