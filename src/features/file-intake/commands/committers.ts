import type { Scope } from '@/server/command'

/**
 * Takes the staged rows of one kind over into the tables of its area, set by set in SQL. It leaves no row of its kind
 * 'staged': each becomes 'accepted', 'duplicate' (same key, same fingerprint) or 'rejected' with a reason.
 * Before it runs, `import_row.customer_id` is resolved; rows of `required` kinds with an unknown customer are already rejected.
 */
export type Committer = {
  kind: string
  /** 'required': a row without a known customer is rejected. 'optional': it is left to the committer. */
  customer: 'required' | 'optional'
  commit: (scope: Scope, batchId: string) => Promise<void>
}

/** One entry per row kind, in the order in which facts depend on each other; batches of a folder are committed in this order too. */
export const COMMITTERS: readonly Committer[] = [
  // Master data.
  // SAP.
  // Orders, confirmations, shipments, invoices as sent.
  // Receipts, carriers, papers, returns, stock.
  // Claims.
  // Payments.
  // Ledger.
]
