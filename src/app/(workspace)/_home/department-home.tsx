import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/core/actor'
import { RequestsSection } from '@/features/reports/ui/requests-section'
import { findTaskCounts } from '@/features/tasks/queries/find-task-counts'
import { findTasks } from '@/features/tasks/queries/find-tasks'
import { TaskFilter } from '@/features/tasks/schemas'
import { companyToday } from '@/server/clock'
import { env } from '@/server/env'

type DepartmentHomeProps = { actor: Actor }

/** A department is asked for papers and counts: what it has to answer, the late ones first. */
export async function DepartmentHome({ actor }: DepartmentHomeProps) {
  const [t, { rows, total }, counts] = await Promise.all([
    getTranslations('reports'),
    findTasks(actor, TaskFilter.parse({ view: 'mine' })),
    findTaskCounts(actor),
  ])
  return (
    <>
      <p className="concl">
        {counts.mine === 0 ? t('home.departmentNothing') : t('home.departmentSentence', { count: counts.mine, overdue: counts.overdue })}
      </p>
      <RequestsSection rows={rows} total={total} view="mine" today={companyToday()} timeZone={env().RECOUP_TIMEZONE} />
    </>
  )
}
