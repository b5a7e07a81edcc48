import { getTranslations } from 'next-intl/server'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import { canKeepClocks } from '@/features/shipments/policy'
import { type ClockRow, findClocks } from '@/features/shipments/queries/find-clocks'
import { clockColumns, clockWhom } from '@/features/shipments/ui/clock-columns'
import { ClockManage, NewClock } from '@/features/shipments/ui/clock-dialogs'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { DataTable } from '@/ui/data-table/data-table'
import { EmptyState } from '@/ui/empty-state'
import { PageHeader } from '@/ui/page-header'
import { Section } from '@/ui/section'

/** How long each step of an order may take: what makes a signal, version by version. */
export default async function ClocksPage() {
  const actor = await requireActor()
  const today = companyToday()
  const [t, rows, customers] = await Promise.all([getTranslations('shipments'), findClocks(actor, today), findCustomerNames(actor)])
  const mayAll = canKeepClocks(actor, { customerId: null })
  const own = customers.filter(({ id }) => canKeepClocks(actor, { customerId: id }))
  const actions = (row: ClockRow) =>
    row.state === 'former' || !canKeepClocks(actor, row) ? null : (
      <ClockManage row={row} name={`${t(`clock.kind.${row.kind}`)}${t('comma')}${clockWhom(row, t)}`} today={today} />
    )
  const inForce = rows.filter((row) => row.state !== 'former')
  const former = rows.filter((row) => row.state === 'former')
  return (
    <>
      <PageHeader
        title={t('clock.title')}
        crumbs={[{ label: t('signal.title'), href: '/signals' }, { label: t('clock.title') }]}
        actions={(mayAll || own.length > 0) && <NewClock customers={own} mayAll={mayAll} today={today} />}
      />
      <div className="page">
        <Section title={t('clock.inForce')} note={t('clock.note')}>
          <DataTable
            kind="section"
            name={t('clock.title')}
            columns={clockColumns({ t, actions })}
            rows={inForce}
            rowKey={(row) => row.id}
            empty={<EmptyState>{t('clock.none')}</EmptyState>}
          />
        </Section>
        <Section title={t('clock.former')} note={t('clock.formerNote')}>
          <DataTable
            kind="section"
            name={t('clock.former')}
            columns={clockColumns({ t, actions })}
            rows={former}
            rowKey={(row) => row.id}
            empty={<EmptyState>{t('clock.noFormer')}</EmptyState>}
          />
        </Section>
      </div>
    </>
  )
}
