import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { findDeduction } from '@/features/deductions/queries/find-deduction'
import { evidenceItems } from '@/features/deductions/ui/evidence-items'
import { canBuild } from '@/features/disputes/policy'
import { findDisputeOfDeduction } from '@/features/disputes/queries/find-dispute-of-deduction'
import { packageName } from '@/features/disputes/rules/package-name'
import { BuildButton } from '@/features/disputes/ui/build-button'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { DeadlineText } from '@/ui/deadline-text'
import { EvidenceList } from '@/ui/evidence-list'
import { MoneyText } from '@/ui/money-text'
import { PageHeader } from '@/ui/page-header'
import { Section } from '@/ui/section'

type ForDeductionPageProps = { params: Promise<{ deductionId: string }> }

/** The package of a deduction: the one that is there, or what would go into a new one. */
export default async function ForDeductionPage({ params }: ForDeductionPageProps) {
  const actor = await requireActor()
  const { deductionId } = await params
  const found = await findDisputeOfDeduction(actor, deductionId)
  if (!found) notFound()
  // Who builds works on the package; who files gets the page for filing.
  if (found.disputeId !== null && !found.isClosed) redirect(`/packages/${found.disputeId}${canBuild(actor, [found]) ? '' : '/file'}`)
  const [t, deductions, deduction] = await Promise.all([
    getTranslations('disputes'),
    getTranslations('deductions'),
    findDeduction(actor, deductionId),
  ])
  if (!deduction) notFound()
  const { row } = deduction
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
            <BuildButton deductionId={deductionId} isBuilding={false} disabled={row.open.minor === 0n} kind="primary" goesTo />
          )
        }
      />
      <div className="page">
        {!canBuild(actor, [found]) && (
          <p className="next-action">{row.ownerName === null ? t('deskBuilds') : t('ownerBuilds', { name: row.ownerName })}</p>
        )}
        <Section title={deductions('evidence')}>
          <EvidenceList items={evidenceItems(deduction.evidence, deductions)} />
        </Section>
      </div>
    </>
  )
}
