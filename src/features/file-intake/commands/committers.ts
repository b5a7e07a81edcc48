import { commitAgreementItems } from '@/features/agreements/commands/commit-agreement-items'
import { commitAgreements } from '@/features/agreements/commands/commit-agreements'
import { commitDisputeWindows } from '@/features/agreements/commands/commit-dispute-windows'
import { commitFreightTariffs } from '@/features/agreements/commands/commit-freight-tariffs'
import { commitPriceConditions } from '@/features/agreements/commands/commit-price-conditions'
import { commitReasonCodes } from '@/features/agreements/commands/commit-reason-codes'
import { commitCustomerAccounts } from '@/features/customers/commands/commit-customer-accounts'
import { commitCustomers } from '@/features/customers/commands/commit-customers'
import { commitShipTo } from '@/features/customers/commands/commit-ship-to'
import { commitPortalClaims } from '@/features/deductions/commands/commit-portal-claims'
import { commitTextMessages } from '@/features/documents/commands/commit-text-messages'
import { commitInvoices } from '@/features/invoices/commands/commit-invoices'
import { commitLedger } from '@/features/invoices/commands/commit-ledger'
import { commitSentInvoices } from '@/features/invoices/commands/commit-sent-invoices'
import { commitCustomerItems } from '@/features/items/commands/commit-customer-items'
import { commitItems } from '@/features/items/commands/commit-items'
import { commitOrderChanges } from '@/features/orders/commands/commit-order-changes'
import { commitOrderConfirmations } from '@/features/orders/commands/commit-order-confirmations'
import { commitPurchaseOrders } from '@/features/orders/commands/commit-purchase-orders'
import { commitSalesOrders, SALES_ORDER_LINE } from '@/features/orders/commands/commit-sales-orders'
import { commitBankEntries } from '@/features/remittances/commands/commit-bank-entries'
import { commitAcknowledgements } from '@/features/shipments/commands/commit-acknowledgements'
import { commitCarrierEvents } from '@/features/shipments/commands/commit-carrier-events'
import { commitDeliveries, DELIVERY_LINE } from '@/features/shipments/commands/commit-deliveries'
import { commitDeliveryPapers } from '@/features/shipments/commands/commit-delivery-papers'
import { commitFreightBills } from '@/features/shipments/commands/commit-freight-bills'
import { commitLoadTenders } from '@/features/shipments/commands/commit-load-tenders'
import { commitReceipts } from '@/features/shipments/commands/commit-receipts'
import { commitReturnAuthorisations } from '@/features/shipments/commands/commit-return-authorisations'
import { commitReturnReceipts } from '@/features/shipments/commands/commit-return-receipts'
import { commitSalesReports } from '@/features/shipments/commands/commit-sales-reports'
import { commitShipNotices } from '@/features/shipments/commands/commit-ship-notices'
import { commitStockReports } from '@/features/shipments/commands/commit-stock-reports'
import type { Scope } from '@/server/command'
import { raw, type Sql, sql } from '@/server/db/client'
import type { RecordKind } from '@/server/staged-rows'
import { commitPayments } from './commit-payments'

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
  /** What rows `r` of one document have in common and others have not: a long file is taken over in parts, documents whole. */
  document?: Sql
  /** The records of kinds whose whole key is content: a row of equal fingerprint is the same record, saying the same. */
  sameByPrint?: RecordKind
}

const keyOf = (field: 'number' | 'documentNumber' | 'claimNumber') => raw(`comparison_key(r.values ->> '${field}')`)

/** One entry per row kind, in the order in which facts depend on each other; batches of a folder are committed in this order too. */
export const COMMITTERS: readonly Committer[] = [
  // Master data.
  { kind: 'customer', customer: 'optional', commit: commitCustomers },
  { kind: 'customer-account', customer: 'optional', commit: commitCustomerAccounts },
  { kind: 'ship-to', customer: 'required', commit: commitShipTo },
  { kind: 'item', customer: 'optional', commit: commitItems },
  { kind: 'customer-item', customer: 'required', commit: commitCustomerItems },
  { kind: 'price-condition', customer: 'required', commit: commitPriceConditions },
  { kind: 'agreement', customer: 'required', commit: commitAgreements },
  { kind: 'agreement-item', customer: 'optional', commit: commitAgreementItems },
  { kind: 'reason-code', customer: 'required', commit: commitReasonCodes },
  { kind: 'dispute-window', customer: 'required', commit: commitDisputeWindows },
  { kind: 'freight-tariff', customer: 'optional', commit: commitFreightTariffs },
  // SAP.
  { kind: 'sales-order-line', customer: 'required', commit: commitSalesOrders, document: keyOf('number'), sameByPrint: SALES_ORDER_LINE },
  { kind: 'delivery-line', customer: 'optional', commit: commitDeliveries, document: keyOf('number'), sameByPrint: DELIVERY_LINE },
  { kind: 'invoice', customer: 'required', commit: commitInvoices, document: keyOf('number') },
  // Orders, confirmations, shipments, invoices as sent.
  { kind: 'purchase-order', customer: 'required', commit: commitPurchaseOrders, document: keyOf('number') },
  { kind: 'order-change', customer: 'required', commit: commitOrderChanges },
  { kind: 'order-confirmation', customer: 'required', commit: commitOrderConfirmations },
  { kind: 'load-tender', customer: 'optional', commit: commitLoadTenders },
  { kind: 'ship-notice', customer: 'required', commit: commitShipNotices },
  { kind: 'sent-invoice', customer: 'required', commit: commitSentInvoices },
  { kind: 'acknowledgement', customer: 'required', commit: commitAcknowledgements },
  // Receipts, carriers, papers, returns, stock.
  { kind: 'receipt', customer: 'required', commit: commitReceipts, document: keyOf('number') },
  { kind: 'carrier-event', customer: 'optional', commit: commitCarrierEvents, document: sql`r.fingerprint` },
  { kind: 'freight-bill', customer: 'optional', commit: commitFreightBills },
  { kind: 'return-authorisation', customer: 'required', commit: commitReturnAuthorisations },
  { kind: 'return-receipt', customer: 'required', commit: commitReturnReceipts },
  { kind: 'stock-report', customer: 'required', commit: commitStockReports, document: sql`r.fingerprint` },
  { kind: 'sales-report', customer: 'required', commit: commitSalesReports },
  { kind: 'delivery-paper', customer: 'optional', commit: commitDeliveryPapers },
  { kind: 'text-message', customer: 'optional', commit: commitTextMessages },
  // Claims.
  { kind: 'portal-claim', customer: 'required', commit: commitPortalClaims, document: keyOf('claimNumber') },
  // Payments.
  { kind: 'remittance', customer: 'required', commit: commitPayments },
  // The bank after the advices, whose payment numbers it carries.
  { kind: 'bank-entry', customer: 'optional', commit: commitBankEntries, document: sql`r.fingerprint` },
  // Ledger.
  { kind: 'ledger-item', customer: 'required', commit: commitLedger, document: keyOf('documentNumber') },
]
