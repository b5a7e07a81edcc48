import { notFound } from 'next/navigation'
import { comparisonKey } from '@/core/comparison-key'
import { findInvoice } from '@/features/invoices/queries/find-invoice'
import { InvoiceHeader } from '@/features/invoices/ui/invoice-header'
import { findOrderLedger } from '@/features/reconciliation/queries/find-order-ledger'
import { OrderLedgerSection } from '@/features/reconciliation/ui/order-ledger-section'
import { requireActor } from '@/server/session'

type InvoicePageProps = { params: Promise<{ number: string }> }

/** One invoice: what it bills, and how its lines came from the order to the payment. */
export default async function InvoicePage({ params }: InvoicePageProps) {
  const actor = await requireActor()
  const { number } = await params
  const invoice = await findInvoice(actor, comparisonKey(decodeURIComponent(number)))
  if (!invoice) notFound()
  const ledger = await findOrderLedger(actor, invoice.customer_id, invoice.po_key ?? '')
  return (
    <>
      <InvoiceHeader invoice={invoice} />
      <div className="page">
        <OrderLedgerSection
          ledger={ledger}
          order={{ customerCode: invoice.customer_code, poKey: invoice.po_key ?? '' }}
          isMeant={(line) => line.figures.invoiced.sources.some((source) => source.invoice_id === invoice.id)}
        />
      </div>
    </>
  )
}
