/** The steps of the quantity ledger, in the order of trade. */
export const ORDER_LEDGER_STEPS = [
  'ordered',
  'confirmed',
  'in_sap',
  'shipped',
  'noticed',
  'signed',
  'received',
  'invoiced',
  'paid',
] as const
export type OrderLedgerStep = (typeof ORDER_LEDGER_STEPS)[number]
