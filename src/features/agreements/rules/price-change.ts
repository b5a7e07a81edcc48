/** Whether the customer was told of a new price: in time, too late, not yet, or not although the notice period has begun. */
export const PRICE_CHANGE_STATES = ['due', 'missed', 'late', 'announced'] as const
export type PriceChangeState = (typeof PRICE_CHANGE_STATES)[number]
