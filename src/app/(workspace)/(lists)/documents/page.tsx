import { getTranslations } from 'next-intl/server'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import { findDocuments } from '@/features/documents/queries/find-documents'
import { DOCUMENT_TABS, DocumentFilter } from '@/features/documents/schemas'
import { documentColumns } from '@/features/documents/ui/document-columns'
import { documentFilters } from '@/features/documents/ui/document-filters'
import { canImport } from '@/features/file-intake/policy'
import { UploadDialog } from '@/features/file-intake/ui/upload-dialog'
import { requireActor } from '@/server/session'
import { DataTable } from '@/ui/data-table/data-table'
import { NumberedList } from '@/ui/data-table/numbered-list'
import { EmptyFiltered } from '@/ui/empty-filtered'
import { EmptyState } from '@/ui/empty-state'
import { isFiltered } from '@/ui/list-filters'
import type { SearchParams } from '@/ui/page-address'

const PATH = '/documents'

type DocumentsPageProps = { searchParams: Promise<SearchParams> }

/** The evidence store: every paper with the numbers found on it. */
export default async function DocumentsPage({ searchParams }: DocumentsPageProps) {
  const actor = await requireActor()
  const params = await searchParams
  const filter = DocumentFilter.parse(params)
  const [t, page, customers] = await Promise.all([getTranslations('documents'), findDocuments(actor, filter), findCustomerNames(actor)])
  const filters = documentFilters({ t, filter, customers, kinds: page.kinds })
  return (
    <NumberedList
      title={t('title')}
      path={PATH}
      params={params}
      tabs={{
        name: 'tab',
        current: filter.tab,
        tabs: DOCUMENT_TABS.map((tab) => ({
          key: tab,
          label: t(`tab.${tab}`),
          count: page.counts[tab],
        })),
      }}
      filters={filters}
      tools={canImport(actor) ? <UploadDialog /> : undefined}
      place={{ page: filter.page, shown: page.rows.length, total: page.total }}
      summary={<b>{t('documents', { count: page.total })}</b>}
    >
      <DataTable
        name={t('title')}
        columns={documentColumns(t)}
        rows={page.rows}
        rowKey={(row) => row.id}
        empty={isFiltered(filters) ? <EmptyFiltered href={PATH} /> : <EmptyState>{t(`empty.${filter.tab}`)}</EmptyState>}
      />
    </NumberedList>
  )
}
