import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { VerdictSteps } from '@/features/deductions/ui/verdict-steps'
import { canRecordAnswer, canSeeDisputes, canWithdraw } from '@/features/disputes/policy'
import { findDisputeTimeline } from '@/features/disputes/queries/find-dispute-timeline'
import { findDossier } from '@/features/disputes/queries/find-dossier'
import { findSubmissions } from '@/features/disputes/queries/find-submissions'
import { AnswerForm } from '@/features/disputes/ui/answer-form'
import { DisputeHeader } from '@/features/disputes/ui/dispute-header'
import { DisputeTimeline } from '@/features/disputes/ui/dispute-timeline'
import { PackageVersions } from '@/features/disputes/ui/package-versions'
import { ReturnForm } from '@/features/disputes/ui/return-form'
import { SubmissionList } from '@/features/disputes/ui/submission-list'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { NoPermission } from '@/ui/no-permission'
import { Section } from '@/ui/section'

type DisputePageProps = { params: Promise<{ id: string }> }

export default async function DisputePage({ params }: DisputePageProps) {
  const actor = await requireActor()
  if (!canSeeDisputes(actor)) return <NoPermission />
  const { id } = await params
  const dossier = await findDossier(actor, id)
  if (!dossier) notFound()
  const [t, deductions, submissions, events] = await Promise.all([
    getTranslations('disputes'),
    getTranslations('deductions'),
    findSubmissions(id),
    findDisputeTimeline(id),
  ])
  const { dispute, deduction } = dossier
  const today = companyToday()
  const mayRecord = canRecordAnswer(actor, dispute)
  const isFiled = dispute.state === 'submitted' || dispute.state === 'answered'
  return (
    <>
      <DisputeHeader dossier={dossier} today={today} mayWithdraw={canWithdraw(actor, dispute)} t={t} deductions={deductions} />
      <div className="two">
        <div className="l">
          <Section title={t('submission')}>
            <SubmissionList submissions={submissions} />
          </Section>
          {isFiled && mayRecord && (
            <Section title={t('answer')}>
              <AnswerForm
                disputeId={dispute.id}
                version={dispute.version}
                currency={dispute.amount.currency}
                amountMinor={dispute.amount.minor}
                today={today}
              />
            </Section>
          )}
          {dispute.state === 'answered' && dispute.won.minor > 0n && mayRecord && (
            <Section title={t('bookReturn')}>
              <ReturnForm
                disputeId={dispute.id}
                version={dispute.version}
                currency={dispute.amount.currency}
                amountMinor={dispute.won.minor}
                today={today}
              />
            </Section>
          )}
          {deduction.verdict && (
            <Section title={deductions('arithmetic')}>
              <VerdictSteps verdict={deduction.verdict} />
            </Section>
          )}
        </div>
        <div className="rr">
          <Section title={t('versions')}>
            <PackageVersions packages={dossier.packages} />
          </Section>
          <Section title={t('timeline')} note={t('newestFirst')}>
            <DisputeTimeline events={events} t={t} />
          </Section>
        </div>
      </div>
    </>
  )
}
