import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/core/actor'
import { DISPUTE_SOURCE } from '@/features/disputes/queries/dispute-list'
import { findPackages } from '@/features/disputes/queries/find-packages'
import { PackageFilter } from '@/features/disputes/schemas'
import { findOwnCustomers } from '@/features/reports/queries/find-own-customers'
import { findTrackerFigure } from '@/features/reports/queries/find-tracker-figure'
import { FigureRow } from '@/features/reports/ui/figure-row'
import { OwnCustomersSection } from '@/features/reports/ui/own-customers-section'
import { PackagesSection } from '@/features/reports/ui/packages-section'
import { RepliesSection } from '@/features/reports/ui/replies-section'
import { RequestsSection } from '@/features/reports/ui/requests-section'
import { findTasks } from '@/features/tasks/queries/find-tasks'
import { TaskFilter } from '@/features/tasks/schemas'
import { companyToday } from '@/server/clock'
import { env } from '@/server/env'
import { findListTop } from '@/server/lists/find-list-top'

type AccountManagerHomeProps = { actor: Actor }

/** The day of an account manager: packages to file with days left, replies due, and every own customer. */
export async function AccountManagerHome({ actor }: AccountManagerHomeProps) {
  const today = companyToday()
  const [t, customers, toFile, toBuild, replies, requests, atRisk, due, filed] = await Promise.all([
    getTranslations('reports'),
    findOwnCustomers(actor),
    findPackages(actor, PackageFilter.parse({ tab: 'file' })),
    findPackages(actor, PackageFilter.parse({ tab: 'ready' })),
    findListTop(DISPUTE_SOURCE, actor, { tab: 'due' }),
    findTasks(actor, TaskFilter.parse({ view: 'mine' })),
    findTrackerFigure(actor, { state: 'new,collecting,ready,submitted' }),
    findTrackerFigure(actor, { tab: 'due' }),
    findTrackerFigure(actor, { tab: 'submitted' }),
  ])
  return (
    <>
      <FigureRow
        items={[
          { key: 'risk', term: t('home.customersAtRisk'), figure: atRisk, of: 'atRisk', tone: 'risk' },
          { key: 'due', term: t('home.dueThisWeek'), figure: due, of: 'atRisk', tone: 'due' },
          { key: 'filed', term: t('home.filed'), figure: filed, of: 'open' },
        ]}
      />
      <div className="c2">
        <div className="flex flex-col gap-6 min-w-0">
          <PackagesSection rows={toFile.rows} total={toFile.total} today={today} tab="file" />
          <PackagesSection rows={toBuild.rows} total={toBuild.total} today={today} tab="ready" />
        </div>
        <div className="flex flex-col gap-6 min-w-0">
          <RepliesSection rows={replies.rows} total={replies.count} today={today} />
          <RequestsSection rows={requests.rows} total={requests.total} view="mine" today={today} timeZone={env().RECOUP_TIMEZONE} />
        </div>
      </div>
      <OwnCustomersSection customers={customers} />
    </>
  )
}
