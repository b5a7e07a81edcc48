import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/core/actor'
import { addDays } from '@/core/calendar-date'
import { findDueFreightClaims } from '@/features/disputes/queries/find-freight-claims'
import { FreightDueSection } from '@/features/disputes/ui/freight-due-section'
import { findImports } from '@/features/file-intake/queries/find-imports'
import { ImportFilter } from '@/features/file-intake/schemas'
import { findOwnQueue } from '@/features/reports/queries/find-own-queue'
import { findTrackerFigure } from '@/features/reports/queries/find-tracker-figure'
import { findWeekDeadlines } from '@/features/reports/queries/find-week-deadlines'
import { DeadlineDays } from '@/features/reports/ui/deadline-days'
import { FigureRow } from '@/features/reports/ui/figure-row'
import { ImportsSection } from '@/features/reports/ui/imports-section'
import { OwnQueueSection } from '@/features/reports/ui/own-queue-section'
import { RequestsSection } from '@/features/reports/ui/requests-section'
import { findTasks } from '@/features/tasks/queries/find-tasks'
import { TaskFilter } from '@/features/tasks/schemas'
import { companyToday } from '@/server/clock'
import { env } from '@/server/env'

/** Days ahead in which a claim on a carrier shows here, and how many do. */
const FREIGHT_DAYS = 14
const FREIGHT_SHOWN = 5

type SpecialistHomeProps = { actor: Actor }

/** The desk of a specialist: what to touch first, what is due, who is waited for, what came in. */
export async function SpecialistHome({ actor }: SpecialistHomeProps) {
  const today = companyToday()
  const [t, queue, days, asked, imports, mine, due, waiting, fresh, freight] = await Promise.all([
    getTranslations('reports'),
    findOwnQueue(actor),
    findWeekDeadlines(actor),
    findTasks(actor, TaskFilter.parse({ view: 'asked-by-me' })),
    findImports(actor, ImportFilter.parse({ tab: 'attention' })),
    findTrackerFigure(actor, { tab: 'mine' }),
    findTrackerFigure(actor, { tab: 'due' }),
    findTrackerFigure(actor, { tab: 'waiting' }),
    findTrackerFigure(actor, { from: addDays(today, -1) }),
    findDueFreightClaims(actor, addDays(today, FREIGHT_DAYS), FREIGHT_SHOWN),
  ])
  return (
    <>
      <FigureRow
        items={[
          { key: 'mine', term: t('home.mineAtRisk'), figure: mine, of: 'atRisk', tone: 'risk' },
          { key: 'due', term: t('home.dueThisWeek'), figure: due, of: 'atRisk', tone: 'due' },
          { key: 'waiting', term: t('home.waiting'), figure: waiting, of: 'open' },
          { key: 'fresh', term: t('home.fresh'), figure: fresh, of: 'amount' },
        ]}
      />
      <OwnQueueSection rows={queue} today={today} />
      <div className="c2">
        <RequestsSection rows={asked.rows} total={asked.total} view="asked-by-me" today={today} timeZone={env().RECOUP_TIMEZONE} />
        <div className="flex flex-col gap-6 min-w-0">
          <FreightDueSection claims={freight} today={today} />
          <DeadlineDays days={days} today={today} />
          <ImportsSection rows={imports.rows} total={imports.total} tab="attention" />
        </div>
      </div>
    </>
  )
}
