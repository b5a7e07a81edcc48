import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { AreaTexts } from '@/app/area-texts'
import { hasRole } from '@/core/actor'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { DateText } from '@/ui/date-text'
import { PageTitle } from '@/ui/page-title'
import { TableSkeleton } from '@/ui/skeleton'
import { AccountManagerHome } from './_home/account-manager-home'
import { AdminHome } from './_home/admin-home'
import { DepartmentHome } from './_home/department-home'
import { ManagerHome } from './_home/manager-home'
import { SpecialistHome } from './_home/specialist-home'

/** The day of whoever is signed in; a person of several roles sees the parts of each. */
export default async function HomePage() {
  const actor = await requireActor()
  const t = await getTranslations('reports')
  const skeleton = (
    <TableSkeleton kind="section" columns={[t('home.claim'), t('home.customer'), t('home.atRisk'), t('home.deadline')]} rows={6} />
  )
  return (
    <div className="page">
      <div>
        <PageTitle>
          <DateText value={companyToday()} style="long" />
        </PageTitle>
        <p className="m">{t('home.hello', { name: actor.name })}</p>
      </div>
      {hasRole(actor, 'specialist') && (
        <Suspense fallback={skeleton}>
          <SpecialistHome actor={actor} />
        </Suspense>
      )}
      {hasRole(actor, 'account-manager') && (
        <Suspense fallback={skeleton}>
          <AccountManagerHome actor={actor} />
        </Suspense>
      )}
      {hasRole(actor, 'logistics', 'warehouse', 'order-management', 'finance', 'cash', 'credit') && (
        <Suspense fallback={skeleton}>
          <AreaTexts of={['orders']}>
            <DepartmentHome actor={actor} />
          </AreaTexts>
        </Suspense>
      )}
      {hasRole(actor, 'manager', 'finance', 'cash', 'credit') && (
        <Suspense fallback={skeleton}>
          <ManagerHome actor={actor} />
        </Suspense>
      )}
      {hasRole(actor, 'admin') && (
        <Suspense fallback={skeleton}>
          <AdminHome actor={actor} />
        </Suspense>
      )}
    </div>
  )
}
