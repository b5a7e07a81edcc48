'use server'

import { action } from '@/server/action'
import { assignExceptions } from './commands/assign-exceptions'
import { checkOrders } from './commands/check-orders'
import { decideExceptions } from './commands/decide-exceptions'
import { decideRelease } from './commands/decide-release'
import { sendReply } from './commands/send-reply'

export const assignExceptionsAction = action(assignExceptions)
export const checkOrdersAction = action(checkOrders)
export const decideExceptionsAction = action(decideExceptions)
export const decideReleaseAction = action(decideRelease)
export const sendReplyAction = action(sendReply)
