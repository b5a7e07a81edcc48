/** The steps of the quantity and money ledger, in the order of trade. */
export const ORDER_LEDGER_STEPS = [
  'ordered',
  'confirmed',
  'in_sap',
  'shipped',
  'noticed',
  'signed',
  'received',
  'recounted',
  'invoiced',
  'paid',
  'deducted',
] as const
export type OrderLedgerStep = (typeof ORDER_LEDGER_STEPS)[number]

/** Steps that repeat what the one before them should say; a later count adds to the first one, a deduction comes on top. */
export const COMPARED_STEPS = ORDER_LEDGER_STEPS.filter((step) => step !== 'recounted' && step !== 'deducted')

/** Steps that have a column only where a document speaks of them. */
export const OCCASIONAL_STEPS: readonly OrderLedgerStep[] = ['recounted']
