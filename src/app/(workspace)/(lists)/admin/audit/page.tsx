import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { canAdminister } from '@/features/people/policy'
import { findAuditEntries } from '@/features/reports/queries/find-audit-entries'
import { AuditFilter } from '@/features/reports/schemas'
import { AdminTabs } from '@/features/reports/ui/admin-tabs'
import { auditColumns } from '@/features/reports/ui/audit-columns'
import { auditFilters } from '@/features/reports/ui/audit-filters'
import { auditWords } from '@/features/reports/ui/audit-words'
import { requireActor } from '@/server/session'
import { DataTable } from '@/ui/data-table/data-table'
import { Pager } from '@/ui/data-table/pager'
import { StatusLine } from '@/ui/data-table/status-line'
import { Worklist } from '@/ui/data-table/worklist'
import { EmptyState } from '@/ui/empty-state'
import { ListFilters } from '@/ui/list-filters'
import { NoPermission } from '@/ui/no-permission'
import { hrefWith, type SearchParams } from '@/ui/page-address'
import { PageTitle } from '@/ui/page-title'

const PATH = '/admin/audit'

type AuditPageProps = { searchParams: Promise<SearchParams> }

/** Who changed what: the trail the database writes by itself and nobody can edit. */
export default async function AuditPage({ searchParams }: AuditPageProps) {
  const actor = await requireActor()
  if (!canAdminister(actor)) return <NoPermission />
  const params = await searchParams
  const filter = AuditFilter.parse(params)
  const [t, documents, locale, timeZone] = await Promise.all([
    getTranslations('reports'),
    getTranslations('documents'),
    getLocale(),
    getTimeZone(),
  ])
  const words = auditWords(locale)
  const reader = { locale, timeZone, yes: documents('yes'), no: documents('no') }
  const { rows, hasMore, tables } = await findAuditEntries(actor, filter, words.system)
  const last = rows.at(-1)
  return (
    <>
      <PageTitle hidden>{t('admin.audit')}</PageTitle>
      <Worklist
        tabs={<AdminTabs current="audit" />}
        filters={<ListFilters path={PATH} params={params} filters={auditFilters({ t, words, filter, tables })} />}
        footer={
          <StatusLine
            end={
              <Pager
                shown={rows.length}
                previousHref={filter.before === '' ? null : hrefWith(PATH, params, { before: null })}
                nextHref={hasMore && last ? hrefWith(PATH, params, { before: last.id.toString() }) : null}
              />
            }
          >
            <b>{t('admin.auditNote')}</b>
          </StatusLine>
        }
      >
        <DataTable
          name={t('admin.audit')}
          rows={rows}
          rowKey={(row) => row.id.toString()}
          columns={auditColumns({
            t,
            words,
            reader,
            rowHref: (row) => hrefWith(PATH, params, { table: row.tableName, row: row.rowId, before: null }),
          })}
          empty={<EmptyState>{t('admin.noAudit')}</EmptyState>}
        />
      </Worklist>
    </>
  )
}
