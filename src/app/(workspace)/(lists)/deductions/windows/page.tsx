import { getLocale, getTranslations } from 'next-intl/server'
import { canKeepPlaybook } from '@/features/agreements/policy'
import { findWindows, type WindowRow } from '@/features/agreements/queries/find-windows'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import { customerFilter } from '@/features/customers/ui/customer-filter'
import { windowCategory, windowColumns, windowLength } from '@/features/deductions/ui/window-columns'
import { AddWindow, ConfirmWindow, TakeBackConfirmation } from '@/features/deductions/ui/window-dialogs'
import { joinParts, joinTerm } from '@/i18n/formats'
import { requireActor } from '@/server/session'
import { DataTable } from '@/ui/data-table/data-table'
import { EmptyState } from '@/ui/empty-state'
import { ListFilters } from '@/ui/list-filters'
import { paramOf, type SearchParams } from '@/ui/page-address'
import { PageHeader } from '@/ui/page-header'
import { Section } from '@/ui/section'

const PATH = '/deductions/windows'

type WindowsPageProps = { searchParams: Promise<SearchParams> }

/** The register of dispute windows: what each source states, what counts, and what a person has confirmed. */
export default async function WindowsPage({ searchParams }: WindowsPageProps) {
  const actor = await requireActor()
  const params = await searchParams
  const [locale, t, all, customers] = await Promise.all([
    getLocale(),
    getTranslations('deductions'),
    findWindows(actor),
    findCustomerNames(actor),
  ])
  const chosen = paramOf(params, 'customer')
  const rows = chosen === undefined ? all : all.filter((row) => row.customer_code === chosen)
  const mayConfirm = canKeepPlaybook(actor)
  const contradicted = new Set(rows.filter((row) => row.state === 'looser').map((row) => `${row.customerId} ${row.category}`)).size
  const actions = (row: WindowRow) => {
    if (!mayConfirm) return null
    if (row.state === 'confirmed') return <TakeBackConfirmation windowId={row.id} />
    const name = joinTerm(joinParts([row.customer_name, windowCategory(row, t)], locale), windowLength(row, t), locale)
    return <ConfirmWindow windowId={row.id} name={name} />
  }
  return (
    <>
      <PageHeader
        title={t('window.title')}
        crumbs={[{ label: t('title'), href: '/deductions' }, { label: t('window.title') }]}
        actions={mayConfirm && <AddWindow customers={customers} />}
      />
      <ListFilters path={PATH} params={params} filters={[customerFilter({ label: t('column.customer'), value: chosen, customers })]} />
      <div className="page">
        <Section title={t('window.count', { count: rows.length })} note={t('window.note', { count: contradicted })}>
          <DataTable
            kind="section"
            name={t('window.title')}
            columns={windowColumns({ t, actions })}
            rows={rows}
            rowKey={(row) => row.id}
            empty={<EmptyState>{t('window.none')}</EmptyState>}
          />
        </Section>
      </div>
    </>
  )
}
