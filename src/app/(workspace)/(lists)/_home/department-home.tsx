import { getTranslations } from 'next-intl/server'
import { type Actor, hasRole } from '@/core/actor'
import { addDays } from '@/core/calendar-date'
import { canSeeFreightClaims } from '@/features/disputes/policy'
import { findDueFreightClaims } from '@/features/disputes/queries/find-freight-claims'
import { FreightDueSection } from '@/features/disputes/ui/freight-due-section'
import { findOwnExceptions } from '@/features/orders/queries/find-exceptions'
import { OwnExceptionsSection } from '@/features/orders/ui/own-exceptions-section'
import { findTeamSignals } from '@/features/reconciliation/queries/find-signals'
import { TeamSignalsSection } from '@/features/reconciliation/ui/team-signals-section'
import { RequestsSection } from '@/features/reports/ui/requests-section'
import { findTaskCounts } from '@/features/tasks/queries/find-task-counts'
import { findTasks } from '@/features/tasks/queries/find-tasks'
import { teamsOfRoles } from '@/features/tasks/rules/teams'
import { TaskFilter } from '@/features/tasks/schemas'
import { companyToday } from '@/server/clock'
import { env } from '@/server/env'

/** Days ahead in which a claim on a carrier shows here, and how many do. */
const FREIGHT_DAYS = 30
const FREIGHT_SHOWN = 8

type DepartmentHomeProps = { actor: Actor }

/** A department is asked for papers and counts: what it has to answer, the late ones first. */
export async function DepartmentHome({ actor }: DepartmentHomeProps) {
  const today = companyToday()
  const teams = teamsOfRoles(actor.roles)
  const releases = hasRole(actor, 'order-management', 'credit')
  const [t, { rows, total }, counts, exceptions, signals, freight] = await Promise.all([
    getTranslations('reports'),
    findTasks(actor, TaskFilter.parse({ view: 'mine' })),
    findTaskCounts(actor),
    releases ? findOwnExceptions(actor, teams, today) : null,
    findTeamSignals(actor, teams, today),
    canSeeFreightClaims(actor) ? findDueFreightClaims(actor, addDays(today, FREIGHT_DAYS), FREIGHT_SHOWN) : [],
  ])
  return (
    <>
      <p className="concl">
        {counts.mine === 0 ? t('home.departmentNothing') : t('home.departmentSentence', { count: counts.mine, overdue: counts.overdue })}
      </p>
      {exceptions && <OwnExceptionsSection rows={exceptions.rows} total={exceptions.total} today={today} />}
      <FreightDueSection claims={freight} today={today} />
      <TeamSignalsSection totals={signals} />
      {total > 0 && <RequestsSection rows={rows} total={total} view="mine" today={today} timeZone={env().RECOUP_TIMEZONE} />}
    </>
  )
}
