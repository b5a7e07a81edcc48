'use server'

import { action } from '@/server/action'
import { readNews } from './commands/read-news'

export const readNewsAction = action(readNews)
