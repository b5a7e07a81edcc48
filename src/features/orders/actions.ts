'use server'

import { action } from '@/server/action'
import { checkOrders } from './commands/check-orders'
import { decideException } from './commands/decide-exception'

export const checkOrdersAction = action(checkOrders)
export const decideExceptionAction = action(decideException)
