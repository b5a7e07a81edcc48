'use server'

import { action } from '@/server/action'
import { assignCustomers } from './commands/assign-customers'

export const assignCustomersAction = action(assignCustomers)
