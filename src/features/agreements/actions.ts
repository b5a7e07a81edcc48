'use server'

import { action } from '@/server/action'
import { announcePrices } from './commands/announce-prices'

export const announcePricesAction = action(announcePrices)
