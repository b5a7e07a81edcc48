import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { PlaceLink } from '@/features/documents/ui/place-link'
import { DateText } from '@/ui/date-text'
import { MoneyText } from '@/ui/money-text'
import { PageHeader } from '@/ui/page-header'
import { StatusMark } from '@/ui/status-mark'
import type { InvoiceFacts } from '../queries/find-invoice'

type InvoiceHeaderProps = { invoice: InvoiceFacts }

/** Number, customer, what was billed, paid and withheld, and whether the customer's system took it. */
export function InvoiceHeader({ invoice }: InvoiceHeaderProps) {
  const t = useTranslations('invoices')
  const amount = (minor: bigint) => <MoneyText value={{ minor, currency: invoice.currency }} />
  const order =
    invoice.po_key === null ? null : `/orders/${encodeURIComponent(invoice.customer_code)}/${encodeURIComponent(invoice.po_key)}`
  return (
    <PageHeader
      title={invoice.number}
      subtitle={t('subtitle', { customer: invoice.customer_name })}
      crumbs={[
        { label: t('orders'), href: '/orders' },
        ...(order === null ? [] : [{ label: invoice.po_number ?? invoice.po_key ?? '', href: order }]),
        { label: invoice.number },
      ]}
      facts={[
        { term: t('net'), value: amount(invoice.net_minor) },
        { term: t('paid'), value: amount(invoice.paid_minor) },
        { term: t('deducted'), value: amount(invoice.deducted_minor) },
        { term: t('invoicedOn'), value: <DateText value={invoice.invoiced_on} /> },
        { term: t('dueOn'), value: <DateText value={invoice.due_on} /> },
        { term: t('order'), value: order === null ? '–' : <Link href={order}>{invoice.po_number ?? invoice.po_key}</Link> },
        {
          term: t('answer'),
          value:
            invoice.outcome === null ? (
              t('noAnswer')
            ) : (
              <StatusMark shape={invoice.outcome === 'rejected' ? 'none' : 'ready'} tone={invoice.outcome === 'rejected' ? 'over' : 'done'}>
                {t(`outcome.${invoice.outcome}`)}
              </StatusMark>
            ),
        },
        { term: t('stands'), value: <PlaceLink batchId={invoice.batch_id} position={invoice.position} /> },
      ]}
    />
  )
}
