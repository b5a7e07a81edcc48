/** The papers of an order in the order of trade. */
export const CHAIN_STEPS = [
  'purchase-order',
  'order-change',
  'order-confirmation',
  'sales-order',
  'delivery',
  'load-tender',
  'ship-notice',
  'bill-of-lading',
  'carrier-event',
  'proof-of-delivery',
  'receipt',
  'invoice',
  'sent-invoice',
  'acknowledgement',
  'message',
  'remittance',
  'deduction',
] as const
export type ChainStep = (typeof CHAIN_STEPS)[number]
