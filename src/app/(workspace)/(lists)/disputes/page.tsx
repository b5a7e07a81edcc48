import { getTranslations } from 'next-intl/server'
import { findAssignees } from '@/features/deductions/queries/find-assignees'
import { canSeeDisputes } from '@/features/disputes/policy'
import { DISPUTE_SOURCE } from '@/features/disputes/queries/dispute-list'
import { DisputeList } from '@/features/disputes/ui/dispute-list'
import { findTeamPeople } from '@/features/tasks/queries/find-team-people'
import { requireActor } from '@/server/session'
import { LinkButton } from '@/ui/link-button'
import { NoPermission } from '@/ui/no-permission'
import type { SearchParams } from '@/ui/page-address'
import { ListScreen } from '../_lists/list-screen'
import { listParams } from '../_views/list-views'

type DisputesPageProps = { searchParams: Promise<SearchParams> }

export default async function DisputesPage({ searchParams }: DisputesPageProps) {
  const actor = await requireActor()
  if (!canSeeDisputes(actor)) return <NoPermission />
  const params = await listParams(actor, 'disputes', await searchParams)
  const [t, people, named] = await Promise.all([getTranslations('disputes'), findAssignees(actor), findTeamPeople()])
  return (
    <ListScreen
      actor={actor}
      source={DISPUTE_SOURCE}
      view="disputes"
      params={params}
      people={named.map(({ id, name }) => ({ value: id, label: name }))}
      List={(props) => <DisputeList {...props} people={people.map(({ id, name }) => ({ id, name }))} ownUserId={actor.userId} />}
      tools={<LinkButton href="/disputes/lessons">{t('lesson.title')}</LinkButton>}
      emptyAction={<LinkButton href="/packages?tab=file">{t('packages')}</LinkButton>}
    />
  )
}
