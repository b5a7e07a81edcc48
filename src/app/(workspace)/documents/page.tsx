import { getTranslations } from 'next-intl/server'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import { DOCUMENTS_PER_PAGE, findDocuments } from '@/features/documents/queries/find-documents'
import { DOCUMENT_TABS, DocumentFilter } from '@/features/documents/schemas'
import { documentColumns } from '@/features/documents/ui/document-columns'
import { DocumentFilters, documentChips } from '@/features/documents/ui/document-filters'
import { canImport } from '@/features/file-intake/policy'
import { UploadDialog } from '@/features/file-intake/ui/upload-dialog'
import { requireActor } from '@/server/session'
import { DataTable } from '@/ui/data-table/data-table'
import { Pager } from '@/ui/data-table/pager'
import { StatusLine } from '@/ui/data-table/status-line'
import { Worklist } from '@/ui/data-table/worklist'
import { EmptyState } from '@/ui/empty-state'
import { FilterBar } from '@/ui/filter-chips'
import { LinkButton } from '@/ui/link-button'
import { hrefWith, type SearchParams } from '@/ui/page-address'
import { PageTitle } from '@/ui/page-title'
import { Tabs } from '@/ui/tabs'

const PATH = '/documents'

type DocumentsPageProps = { searchParams: Promise<SearchParams> }

/** The evidence store: every paper with the numbers found on it. */
export default async function DocumentsPage({ searchParams }: DocumentsPageProps) {
  const actor = await requireActor()
  const params = await searchParams
  const filter = DocumentFilter.parse(params)
  const [t, page, customers] = await Promise.all([getTranslations('documents'), findDocuments(actor, filter), findCustomerNames(actor)])
  const chips = documentChips({ filter, params, t, customers })
  const hasMore = filter.page * DOCUMENTS_PER_PAGE < page.total
  return (
    <>
      <PageTitle hidden>{t('title')}</PageTitle>
      <Worklist
        tabs={
          <Tabs
            current={filter.tab}
            tabs={DOCUMENT_TABS.map((tab) => ({
              key: tab,
              label: t(`tab.${tab}`),
              href: hrefWith(PATH, params, { tab, page: null }),
              count: page.counts[tab],
            }))}
          />
        }
        filters={
          <FilterBar chips={chips} end={canImport(actor) ? <UploadDialog /> : undefined}>
            <DocumentFilters params={params} customers={customers} kinds={page.kinds} />
          </FilterBar>
        }
        footer={
          <StatusLine
            end={
              <Pager
                shown={page.rows.length}
                total={page.total}
                previousHref={filter.page > 1 ? hrefWith(PATH, params, { page: String(filter.page - 1) }) : null}
                nextHref={hasMore ? hrefWith(PATH, params, { page: String(filter.page + 1) }) : null}
              />
            }
          >
            <b>{t('documents', { count: page.total })}</b>
          </StatusLine>
        }
      >
        <DataTable
          name={t('title')}
          columns={documentColumns(t)}
          rows={page.rows}
          rowKey={(row) => row.id}
          empty={
            <EmptyState action={chips.length > 0 ? <LinkButton href={PATH}>{t('showAll')}</LinkButton> : undefined}>
              {t(chips.length > 0 ? 'emptyFiltered' : `empty.${filter.tab}`)}
            </EmptyState>
          }
        />
      </Worklist>
    </>
  )
}
