import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AreaTexts } from '@/app/area-texts'
import { findDeduction } from '@/features/deductions/queries/find-deduction'
import { EvidenceSection } from '@/features/deductions/ui/evidence-section'
import { canBuild } from '@/features/disputes/policy'
import { findDisputeOfDeduction } from '@/features/disputes/queries/find-dispute-of-deduction'
import { packageName } from '@/features/disputes/rules/package-name'
import { BuildButton } from '@/features/disputes/ui/build-button'
import { findGrades } from '@/features/shipments/queries/find-proof'
import { canAsk } from '@/features/tasks/policy'
import { findTasksOfSubject } from '@/features/tasks/queries/find-tasks-of-subject'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { DeadlineText } from '@/ui/deadline-text'
import { MoneyText } from '@/ui/money-text'
import { PageHeader } from '@/ui/page-header'

type ForDeductionPageProps = { params: Promise<{ deductionId: string }> }

/** The package of a deduction: the one that is there, or what would go into a new one. */
export default async function ForDeductionPage({ params }: ForDeductionPageProps) {
  const actor = await requireActor()
  const { deductionId } = await params
  const found = await findDisputeOfDeduction(actor, deductionId)
  if (!found) notFound()
  // Who builds works on the package; who files gets the page for filing.
  if (found.disputeId !== null && !found.isClosed) redirect(`/packages/${found.disputeId}${canBuild(actor, [found]) ? '' : '/file'}`)
  const [t, deduction, tasks] = await Promise.all([
    getTranslations('disputes'),
    findDeduction(actor, deductionId),
    findTasksOfSubject(actor, 'deduction', deductionId),
  ])
  if (!deduction) notFound()
  const { row, evidence } = deduction
  const grades = await findGrades(evidence.flatMap((entry) => entry.documentId ?? []))
  const isComplete = evidence.every((entry) => entry.isThere || entry.level !== 'required')
  return (
    <>
      <PageHeader
        title={packageName(row.claimNumber, row.number)}
        subtitle={t('packageOf')}
        crumbs={[{ label: t('packages'), href: '/packages' }, { label: row.customerName }]}
        facts={[
          { term: t('amount'), value: <MoneyText value={row.open} /> },
          { term: t('deadline'), value: <DeadlineText dueOn={row.deadlineOn} today={companyToday()} style="full" /> },
        ]}
        actions={
          canBuild(actor, [found]) && (
            <BuildButton
              deductionId={deductionId}
              isBuilding={false}
              disabled={row.open.minor === 0n}
              kind={isComplete ? 'primary' : 'plain'}
              goesTo
            />
          )
        }
      />
      <div className="page">
        {!canBuild(actor, [found]) && (
          <p className="next-action">{row.ownerName === null ? t('deskBuilds') : t('ownerBuilds', { name: row.ownerName })}</p>
        )}
        <AreaTexts of={['deductions']}>
          <EvidenceSection
            evidence={evidence}
            deductionId={deductionId}
            isOpen={row.open.minor > 0n}
            grades={grades}
            tasks={tasks}
            canAsk={canAsk(actor, { customerId: deduction.customerId })}
          />
        </AreaTexts>
      </div>
    </>
  )
}
