import { getLocale, getTranslations } from 'next-intl/server'
import { canKeepCauses } from '@/features/deductions/policy'
import { findCauses } from '@/features/deductions/queries/find-causes'
import { causeColumns } from '@/features/deductions/ui/cause-columns'
import { CauseDialog } from '@/features/deductions/ui/cause-dialog'
import { causeName } from '@/features/deductions/ui/cause-name'
import { AdminTabs } from '@/features/reports/ui/admin-tabs'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { DataTable } from '@/ui/data-table/data-table'
import { NoPermission } from '@/ui/no-permission'
import { PageTitle } from '@/ui/page-title'
import { Section } from '@/ui/section'

/** Our own tree of root causes: each leaf with the step it arises in, who can stop it, and since when. */
export default async function CausesPage() {
  const actor = await requireActor()
  if (!canKeepCauses(actor)) return <NoPermission />
  const [t, tasks, locale, causes] = await Promise.all([
    getTranslations('deductions'),
    getTranslations('tasks'),
    getLocale(),
    findCauses(true),
  ])
  const today = companyToday()
  const branches = causes.filter((cause) => cause.parentKey === null)
  const leaves = causes.filter((cause) => cause.parentKey !== null)
  const branchChoices = branches.map(({ key, names }) => ({ value: key, label: causeName(names, locale) }))
  return (
    <>
      <AdminTabs current="causes" />
      <div className="page">
        <PageTitle hidden>{t('causes.title')}</PageTitle>
        <Section
          title={t('causes.title')}
          note={t('causes.note')}
          end={<CauseDialog cause={null} name={null} branches={branchChoices} today={today} />}
        >
          <DataTable
            kind="section"
            name={t('causes.title')}
            rows={leaves}
            rowKey={(row) => row.key}
            columns={causeColumns({ t, tasks, locale, branches: branchChoices, today })}
          />
        </Section>
      </div>
    </>
  )
}
