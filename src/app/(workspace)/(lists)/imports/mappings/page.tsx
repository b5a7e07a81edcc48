import { getTranslations } from 'next-intl/server'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import { canImport } from '@/features/file-intake/policy'
import { findMappings } from '@/features/file-intake/queries/find-mappings'
import { MAPPING_TABS, MappingFilter } from '@/features/file-intake/schemas'
import { mappingColumns } from '@/features/file-intake/ui/mapping-list-columns'
import { requireActor } from '@/server/session'
import { DataTable } from '@/ui/data-table/data-table'
import { Worklist } from '@/ui/data-table/worklist'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { ListFilters } from '@/ui/list-filters'
import { listHref, type SearchParams } from '@/ui/page-address'
import { PageTitle } from '@/ui/page-title'
import { Tabs } from '@/ui/tabs'

const PATH = '/imports/mappings'

type MappingsPageProps = { searchParams: Promise<SearchParams> }

export default async function MappingsPage({ searchParams }: MappingsPageProps) {
  const actor = await requireActor()
  const params = await searchParams
  const filter = MappingFilter.parse(params)
  const [t, page, customers] = await Promise.all([getTranslations('fileIntake'), findMappings(actor, filter), findCustomerNames(actor)])
  return (
    <>
      <PageTitle hidden>{t('mapping.saved')}</PageTitle>
      <Worklist
        tabs={
          <Tabs
            current={filter.tab}
            tabs={MAPPING_TABS.map((tab) => ({
              key: tab,
              label: t(`mapping.tab.${tab}`),
              href: listHref(PATH, params, { tab }),
              count: page.counts[tab],
            }))}
          />
        }
        filters={
          <ListFilters
            path={PATH}
            params={params}
            filters={[
              {
                key: 'customer',
                label: t('filter.customer'),
                value: filter.customer,
                choices: customers.map(({ code, name }) => ({ value: code, label: name })),
              },
            ]}
            end={<LinkButton href="/imports">{t('mapping.toImports')}</LinkButton>}
          />
        }
        footer={null}
      >
        <DataTable
          name={t('mapping.saved')}
          columns={mappingColumns(t, canImport(actor))}
          rows={page.rows}
          rowKey={(row) => row.id}
          empty={<EmptyState>{t(filter.tab === 'retired' ? 'mapping.emptyRetired' : 'mapping.empty')}</EmptyState>}
        />
      </Worklist>
    </>
  )
}
