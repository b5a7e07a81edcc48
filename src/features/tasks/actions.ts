'use server'

import { action } from '@/server/action'
import { addComment } from './commands/add-comment'
import { answerTask } from './commands/answer-task'
import { askTeam } from './commands/ask-team'
import { assignTasks } from './commands/assign-tasks'
import { closeTask } from './commands/close-task'
import { closeTasks } from './commands/close-tasks'
import { remindTask } from './commands/remind-task'
import { remindTasks } from './commands/remind-tasks'
import { rescheduleTasks } from './commands/reschedule-tasks'

export const askTeamAction = action(askTeam)
export const answerTaskAction = action(answerTask)
export const closeTaskAction = action(closeTask)
export const remindTaskAction = action(remindTask)
export const addCommentAction = action(addComment)
export const assignTasksAction = action(assignTasks)
export const rescheduleTasksAction = action(rescheduleTasks)
export const closeTasksAction = action(closeTasks)
export const remindTasksAction = action(remindTasks)
