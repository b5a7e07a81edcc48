'use server'

import { action } from '@/server/action'
import { announcePrices } from './commands/announce-prices'
import { saveOrderTerms } from './commands/save-order-terms'

export const announcePricesAction = action(announcePrices)
export const saveOrderTermsAction = action(saveOrderTerms)
