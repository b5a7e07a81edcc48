import { getTranslations } from 'next-intl/server'
import { findOrderTerms } from '@/features/agreements/queries/find-order-terms'
import { orderTermsColumns } from '@/features/agreements/ui/order-terms-columns'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { DataTable } from '@/ui/data-table/data-table'
import { EmptyState } from '@/ui/empty-state'
import { PageHeader } from '@/ui/page-header'
import { Section } from '@/ui/section'

/** How every customer orders: notice of price changes, lead time, least value, holidays, where replies go. */
export default async function OrderTermsPage() {
  const actor = await requireActor()
  const [t, orders, rows] = await Promise.all([getTranslations('agreements'), getTranslations('orders'), findOrderTerms(actor)])
  return (
    <>
      <PageHeader title={t('terms.title')} crumbs={[{ label: orders('title'), href: '/orders' }, { label: t('terms.title') }]} />
      <div className="page">
        <Section title={t('terms.count', { count: rows.length })} note={t('terms.note')}>
          <DataTable
            kind="section"
            name={t('terms.title')}
            columns={orderTermsColumns({ t, today: companyToday() })}
            rows={rows}
            rowKey={(row) => row.customer_id}
            empty={<EmptyState>{t('terms.none')}</EmptyState>}
          />
        </Section>
      </div>
    </>
  )
}
