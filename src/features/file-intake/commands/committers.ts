import { commitPortalClaims } from '@/features/deductions/commands/commit-portal-claims'
import { commitSentInvoices } from '@/features/invoices/commands/commit-sent-invoices'
import { commitOrderChanges } from '@/features/orders/commands/commit-order-changes'
import { commitOrderConfirmations } from '@/features/orders/commands/commit-order-confirmations'
import { commitPurchaseOrders } from '@/features/orders/commands/commit-purchase-orders'
import { commitRemittances } from '@/features/remittances/commands/commit-remittances'
import { commitCarrierEvents } from '@/features/shipments/commands/commit-carrier-events'
import { commitFreightBills } from '@/features/shipments/commands/commit-freight-bills'
import { commitReceipts } from '@/features/shipments/commands/commit-receipts'
import { commitReturnAuthorisations } from '@/features/shipments/commands/commit-return-authorisations'
import { commitShipNotices } from '@/features/shipments/commands/commit-ship-notices'
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
  { kind: 'purchase-order', customer: 'required', commit: commitPurchaseOrders },
  { kind: 'order-change', customer: 'required', commit: commitOrderChanges },
  { kind: 'order-confirmation', customer: 'required', commit: commitOrderConfirmations },
  { kind: 'ship-notice', customer: 'required', commit: commitShipNotices },
  { kind: 'sent-invoice', customer: 'required', commit: commitSentInvoices },
  // Receipts, carriers, papers, returns, stock.
  { kind: 'receipt', customer: 'required', commit: commitReceipts },
  { kind: 'carrier-event', customer: 'optional', commit: commitCarrierEvents },
  { kind: 'freight-bill', customer: 'optional', commit: commitFreightBills },
  { kind: 'return-authorisation', customer: 'required', commit: commitReturnAuthorisations },
  // Claims.
  { kind: 'portal-claim', customer: 'required', commit: commitPortalClaims },
  // Payments.
  { kind: 'remittance', customer: 'required', commit: commitRemittances },
  // Ledger.
]
