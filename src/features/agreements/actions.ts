'use server'

import { action } from '@/server/action'
import { announcePrices } from './commands/announce-prices'
import { saveOrderTerms } from './commands/save-order-terms'
import { setTradeRule } from './commands/set-trade-rule'

export const announcePricesAction = action(announcePrices)
export const saveOrderTermsAction = action(saveOrderTerms)
export const setTradeRuleAction = action(setTradeRule)
