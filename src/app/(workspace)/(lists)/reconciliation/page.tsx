import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/core/actor'
import { isId } from '@/core/ids'
import { type ListAddress, readListAddress } from '@/core/list-address'
import type { ListBatch } from '@/core/list-shape'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import { canHandleDifference, canReconcile, canSeeTolerances } from '@/features/reconciliation/policy'
import { DIFFERENCE_SOURCE, findDifferenceKinds } from '@/features/reconciliation/queries/difference-list'
import { findDifference } from '@/features/reconciliation/queries/find-difference'
import { DifferenceKindLinks } from '@/features/reconciliation/ui/difference-kind-links'
import { DifferenceList } from '@/features/reconciliation/ui/difference-list'
import { DifferencePeek } from '@/features/reconciliation/ui/difference-peek'
import { ReconcileButton } from '@/features/reconciliation/ui/reconcile-button'
import { findComments } from '@/features/tasks/queries/find-comments'
import { findTasksOfSubject } from '@/features/tasks/queries/find-tasks-of-subject'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { LinkButton } from '@/ui/link-button'
import { listHref, paramOf, type SearchParams } from '@/ui/page-address'
import { peekPlace } from '@/ui/peek-place'
import { ListScreen } from '../_lists/list-screen'
import { listParams } from '../_views/list-views'

const { path } = DIFFERENCE_SOURCE.shape

type ReconciliationPageProps = { searchParams: Promise<SearchParams> }

export default async function ReconciliationPage({ searchParams }: ReconciliationPageProps) {
  const actor = await requireActor()
  const params = await listParams(actor, 'reconciliation', await searchParams)
  const address = readListAddress(DIFFERENCE_SOURCE.shape, params)
  const [t, byKind, customers] = await Promise.all([
    getTranslations('reconciliation'),
    findDifferenceKinds(actor, address),
    findCustomerNames(actor),
  ])
  const [kind] = address.quick['kind'] ?? []
  const canHandle = customers.every(({ id }) => canHandleDifference(actor, { customerId: id }))
  const peekId = paramOf(params, 'peek')
  return (
    <ListScreen
      actor={actor}
      source={DIFFERENCE_SOURCE}
      view="reconciliation"
      params={params}
      List={(props) => <DifferenceList {...props} canHandle={canHandle} />}
      quiet={quietColumns}
      tabsEnd={
        <div className="row">
          {canSeeTolerances(actor) && <LinkButton href={`${path}/tolerances`}>{t('tolerance.listTitle')}</LinkButton>}
          {canReconcile(actor) && <ReconcileButton />}
        </div>
      }
      above={<DifferenceKindLinks byKind={byKind} current={kind} hrefOf={(one) => listHref(path, params, { kind: one })} />}
      peek={(batch, count) => (peekId === undefined ? Promise.resolve(null) : peekOf({ actor, batch, count, id: peekId, params }))}
    />
  )
}

// Under the tab of one state every row says the same.
function quietColumns({ tab }: ListAddress): string[] {
  return tab === 'all' ? ['match'] : ['state', 'match']
}

type PeekOptions = { actor: Actor; batch: ListBatch; count: number; id: string; params: SearchParams }

async function peekOf({ actor, batch, count, id, params }: PeekOptions) {
  const detail = isId(id) ? await findDifference(actor, id) : null
  if (!detail) return null
  const [t, { comments }, tasks] = await Promise.all([
    getTranslations('ui'),
    findComments(actor, 'difference', id),
    findTasksOfSubject(actor, 'difference', id),
  ])
  const place = peekPlace({ path, params, rowIds: batch.rows.map((row) => row.id), openId: id })
  return (
    <DifferencePeek
      detail={detail}
      comments={comments}
      tasks={tasks}
      today={companyToday()}
      canHandle={canHandleDifference(actor, { customerId: detail.row.customer_id })}
      count={count}
      position={place.index < 0 ? '' : t('positionOf', { position: place.index + 1, count })}
      {...place.links}
    />
  )
}
