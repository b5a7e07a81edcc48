import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/core/actor'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import { canBeSecondPerson, canProposeMaps, canSeeCodes } from '@/features/deductions/policy'
import { type CodeRow, findCodes } from '@/features/deductions/queries/find-codes'
import { CODE_TABS, CodeFilter, type ProposedMap } from '@/features/deductions/schemas'
import { CodeApproveBar } from '@/features/deductions/ui/code-approve-bar'
import { CodeBulkBar } from '@/features/deductions/ui/code-bulk-bar'
import { codeColumns } from '@/features/deductions/ui/code-columns'
import { codeFilters } from '@/features/deductions/ui/code-filters'
import { suggestedMap } from '@/features/deductions/ui/suggested-map'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { DataTable } from '@/ui/data-table/data-table'
import { NumberedList } from '@/ui/data-table/numbered-list'
import { Selection } from '@/ui/data-table/selection'
import { EmptyFiltered } from '@/ui/empty-filtered'
import { EmptyState } from '@/ui/empty-state'
import { isFiltered } from '@/ui/list-filters'
import { NoPermission } from '@/ui/no-permission'
import type { SearchParams } from '@/ui/page-address'

const PATH = '/codes'

type CodesPageProps = { searchParams: Promise<SearchParams> }

/** The inbox of reason codes: every code a customer used that nobody has mapped yet, with a proposal. */
export default async function CodesPage({ searchParams }: CodesPageProps) {
  const actor = await requireActor()
  if (!canSeeCodes(actor)) return <NoPermission />
  const params = await searchParams
  const filter = CodeFilter.parse(params)
  const [t, page, customers] = await Promise.all([getTranslations('deductions'), findCodes(actor, filter), findCustomerNames(actor)])
  const filters = codeFilters(t, filter, customers)
  const canPropose = filter.tab === 'unmapped' && canProposeMaps(actor, page.rows)
  const canApprove = filter.tab === 'waiting' && canBeSecondPerson(actor)
  const keyOf = (row: CodeRow) => `${row.customerCode} ${row.codeKey}`
  return (
    <Selection ids={page.rows.map(keyOf)}>
      <NumberedList
        title={t('codes.title')}
        path={PATH}
        params={params}
        tabs={{
          name: 'tab',
          current: filter.tab,
          tabs: CODE_TABS.map((tab) => ({
            key: tab,
            label: t(`codes.tab.${tab}`),
            count: page.counts[tab],
          })),
        }}
        filters={filters}
        place={{ page: filter.page, shown: page.rows.length, total: page.total }}
        summary={
          <>
            <b>{t('codes.codesCount', { count: page.total })}</b> <span className="m">{t('codes.note')}</span>
          </>
        }
      >
        <DataTable
          name={t('codes.title')}
          columns={codeColumns(t)}
          rows={page.rows}
          rowKey={keyOf}
          rowName={keyOf}
          selectable={canPropose || canApprove}
          empty={isFiltered(filters) ? <EmptyFiltered href={PATH} /> : <EmptyState>{t(`codes.empty.${filter.tab}`)}</EmptyState>}
        />
        {canApprove && <CodeApproveBar maps={approvableOf(page.rows, keyOf, actor)} />}
        {canPropose && <CodeBulkBar proposals={proposalsOf(page.rows, keyOf)} />}
      </NumberedList>
    </Selection>
  )
}

/** Nobody is the second person of an own proposal. */
function approvableOf(
  rows: readonly CodeRow[],
  keyOf: (row: CodeRow) => string,
  actor: Actor,
): Record<string, { id: string; contentHash: string }> {
  return Object.fromEntries(
    rows.flatMap((row) => {
      const { waiting } = row
      if (waiting === null || (actor.kind === 'user' && waiting.requestedBy === actor.userId)) return []
      return [[keyOf(row), { id: waiting.mapId, contentHash: waiting.contentHash }]]
    }),
  )
}

function proposalsOf(rows: readonly CodeRow[], keyOf: (row: CodeRow) => string): Record<string, ProposedMap> {
  const proposals: Record<string, ProposedMap> = {}
  for (const row of rows) {
    const map = suggestedMap(row, companyToday())
    if (map.category !== null) proposals[keyOf(row)] = { ...map, category: map.category }
  }
  return proposals
}
