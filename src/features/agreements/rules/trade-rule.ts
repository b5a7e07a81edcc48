/** What a retailer's rule can be about. Rates are parts per million, grace is days. */
export const RETAILER_RULES = ['on-time-threshold', 'in-full-threshold', 'on-time-grace', 'fine-rate'] as const
/** What the law or the carrier's bill of lading says about claims on a carrier. */
export const FREIGHT_RULES = ['freight-filing', 'freight-acknowledgement', 'freight-answer', 'freight-suit', 'concealed-notice'] as const
export const TRADE_RULES = [...RETAILER_RULES, ...FREIGHT_RULES] as const
export type FreightRule = (typeof FREIGHT_RULES)[number]
export type TradeRuleKind = (typeof TRADE_RULES)[number]

export type TradeRuleUnit = 'ppm' | 'days' | 'business-days' | 'months'
/** How the value of a rule is counted. */
export const UNIT_OF_RULE: Readonly<Record<TradeRuleKind, TradeRuleUnit>> = {
  'on-time-threshold': 'ppm',
  'in-full-threshold': 'ppm',
  'on-time-grace': 'days',
  'fine-rate': 'ppm',
  'freight-filing': 'months',
  'freight-acknowledgement': 'days',
  'freight-answer': 'days',
  'freight-suit': 'months',
  'concealed-notice': 'business-days',
}

export function isRetailerRule(kind: TradeRuleKind): boolean {
  return RETAILER_RULES.some((one) => one === kind)
}
