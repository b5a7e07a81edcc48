import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { canAdminister } from '@/features/people/policy'
import { checkInvariants } from '@/features/reports/queries/check-invariants'
import { findAllJobs } from '@/features/reports/queries/find-jobs'
import { AdminTabs } from '@/features/reports/ui/admin-tabs'
import { InvariantsSection } from '@/features/reports/ui/invariants-section'
import { jobColumns } from '@/features/reports/ui/job-columns'
import { ReadinessSection } from '@/features/reports/ui/readiness-section'
import { readiness } from '@/server/health'
import { requireActor } from '@/server/session'
import { DataTable } from '@/ui/data-table/data-table'
import { EmptyState } from '@/ui/empty-state'
import { NoPermission } from '@/ui/no-permission'
import { paramOf, type SearchParams } from '@/ui/page-address'
import { PageTitle } from '@/ui/page-title'
import { Section } from '@/ui/section'
import { TableSkeleton } from '@/ui/skeleton'

type HealthPageProps = { searchParams: Promise<SearchParams> }

/** Whether everything runs, what runs in the background, and whether the books hold. */
export default async function HealthPage({ searchParams }: HealthPageProps) {
  const actor = await requireActor()
  if (!canAdminister(actor)) return <NoPermission />
  const isChecking = paramOf(await searchParams, 'check') === '1'
  const [t, anyText, state, jobs] = await Promise.all([getTranslations('reports'), getTranslations(), readiness(), findAllJobs(actor)])
  return (
    <>
      <AdminTabs current="health" />
      <div className="page">
        <PageTitle hidden>{t('admin.health')}</PageTitle>
        <ReadinessSection ok={state.ok} failing={state.failing} queueLagSeconds={state.queueLagSeconds} />
        {isChecking ? (
          <Suspense fallback={<TableSkeleton kind="section" columns={[t('admin.state'), t('health.rule'), t('health.violations')]} />}>
            <CheckedNow />
          </Suspense>
        ) : (
          <InvariantsSection checked={null} />
        )}
        <Section title={t('health.jobs')} note={t('health.jobsNote')}>
          <DataTable
            kind="section"
            name={t('health.jobs')}
            rows={jobs}
            rowKey={(job) => job.id}
            columns={jobColumns(t, (job) => (anyText.has(job.title.key) ? anyText(job.title.key, job.title.values) : job.queue))}
            empty={<EmptyState>{t('health.noJobs')}</EmptyState>}
          />
        </Section>
      </div>
    </>
  )
}

async function CheckedNow() {
  return <InvariantsSection checked={await checkInvariants()} />
}
