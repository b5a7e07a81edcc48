import { getTranslations } from 'next-intl/server'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import { canImport } from '@/features/file-intake/policy'
import { findImports, type ImportPage } from '@/features/file-intake/queries/find-imports'
import { IMPORT_TABS, ImportFilter } from '@/features/file-intake/schemas'
import { importColumns } from '@/features/file-intake/ui/import-columns'
import { importFilters } from '@/features/file-intake/ui/import-filters'
import { ImportStagedButton } from '@/features/file-intake/ui/import-staged-button'
import { UploadDialog } from '@/features/file-intake/ui/upload-dialog'
import { requireActor } from '@/server/session'
import { DataTable } from '@/ui/data-table/data-table'
import { NumberedList } from '@/ui/data-table/numbered-list'
import { Selection } from '@/ui/data-table/selection'
import { EmptyFiltered } from '@/ui/empty-filtered'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { isFiltered } from '@/ui/list-filters'
import { NumberText } from '@/ui/number-text'
import type { SearchParams } from '@/ui/page-address'

const PATH = '/imports'

type ImportsPageProps = { searchParams: Promise<SearchParams> }

export default async function ImportsPage({ searchParams }: ImportsPageProps) {
  const actor = await requireActor()
  const params = await searchParams
  const filter = ImportFilter.parse(params)
  const [t, page, customers] = await Promise.all([getTranslations('fileIntake'), findImports(actor, filter), findCustomerNames(actor)])
  const filters = importFilters({ t, filter, customers, kinds: page.kinds })
  const mayImport = canImport(actor)
  return (
    <Selection ids={page.rows.filter((row) => row.state === 'staged').map((row) => row.id)}>
      <NumberedList
        title={t('title')}
        path={PATH}
        params={params}
        tabs={{
          name: 'tab',
          current: filter.tab,
          tabs: IMPORT_TABS.map((tab) => ({
            key: tab,
            label: t(`tab.${tab}`),
            count: page.counts[tab],
          })),
        }}
        filters={filters}
        tools={
          <>
            <LinkButton href="/imports/mappings">{t('mapping.saved')}</LinkButton>
            {mayImport && <UploadDialog />}
          </>
        }
        place={{ page: filter.page, shown: page.rows.length, total: page.total }}
        summary={<ImportTotals page={page} />}
      >
        <DataTable
          name={t('title')}
          columns={importColumns(t)}
          rows={page.rows}
          rowKey={(row) => row.id}
          rowName={(row) => row.file_name}
          selectable={mayImport && filter.tab === 'staged'}
          empty={
            isFiltered(filters) ? (
              <EmptyFiltered href={PATH} />
            ) : (
              <EmptyState>{t(filter.tab === 'attention' ? 'emptyAttention' : 'empty')}</EmptyState>
            )
          }
        />
        <ImportStagedButton />
      </NumberedList>
    </Selection>
  )
}

type ImportTotalsProps = { page: ImportPage }

async function ImportTotals({ page }: ImportTotalsProps) {
  const t = await getTranslations('fileIntake')
  const { sums } = page
  return (
    <>
      <b>{t('files', { count: page.total })}</b>
      <span>
        {t('column.read')} <NumberText value={sums.read} /> = {t('column.accepted')} <NumberText value={sums.accepted} /> +{' '}
        {t('column.duplicate')} <NumberText value={sums.duplicate} /> + {t('column.rejected')} <NumberText value={sums.rejected} /> +{' '}
        {t('column.blank')} <NumberText value={sums.blank} />
        {sums.read > sums.accepted + sums.duplicate + sums.rejected + sums.blank && (
          <>
            {' + '}
            {t('column.staged')} <NumberText value={sums.read - sums.accepted - sums.duplicate - sums.rejected - sums.blank} />
          </>
        )}
      </span>
    </>
  )
}
