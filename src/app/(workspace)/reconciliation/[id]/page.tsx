import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { isId } from '@/core/ids'
import { canHandleDifference } from '@/features/reconciliation/policy'
import { findDifference } from '@/features/reconciliation/queries/find-difference'
import { findDifferenceHistory } from '@/features/reconciliation/queries/find-difference-history'
import { findDifferenceSides } from '@/features/reconciliation/queries/find-difference-sides'
import { findMatch } from '@/features/reconciliation/queries/find-match'
import { DifferenceHeader } from '@/features/reconciliation/ui/difference-header'
import { DifferenceHistory } from '@/features/reconciliation/ui/difference-history'
import { DifferenceSides } from '@/features/reconciliation/ui/difference-sides'
import { MatchSection } from '@/features/reconciliation/ui/match-section'
import { ProposedCorrection } from '@/features/reconciliation/ui/proposed-correction'
import { SideBySide } from '@/features/reconciliation/ui/side-by-side'
import { findComments } from '@/features/tasks/queries/find-comments'
import { findTasksOfSubject } from '@/features/tasks/queries/find-tasks-of-subject'
import { CommentSection } from '@/features/tasks/ui/comment-section'
import { SubjectTasks } from '@/features/tasks/ui/subject-tasks'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { Section } from '@/ui/section'
import { CorrectionMail } from './correction-mail'

type DifferencePageProps = { params: Promise<{ id: string }> }

/** One difference in full: who corrects what, the papers side by side, why they belong together, and everything that happened. */
export default async function DifferencePage({ params }: DifferencePageProps) {
  const actor = await requireActor()
  const { id } = await params
  const detail = isId(id) ? await findDifference(actor, id) : null
  if (!detail) notFound()
  const [t, lines, match, history, talk, tasks] = await Promise.all([
    getTranslations('reconciliation'),
    findDifferenceSides(actor, id),
    findMatch(actor, id),
    findDifferenceHistory(actor, id),
    findComments(actor, 'difference', id),
    findTasksOfSubject(actor, 'difference', id),
  ])
  const { row } = detail
  return (
    <>
      <DifferenceHeader
        row={row}
        today={companyToday()}
        canHandle={canHandleDifference(actor, { customerId: row.customer_id })}
        mail={<CorrectionMail actor={actor} row={row} />}
      />
      <div className="two">
        <div className="l">
          <Section title={t('proposal')} id="proposal">
            <ProposedCorrection row={row} />
          </Section>
          <SideBySide lines={lines} currency={row.currency} />
          {match && <MatchSection match={match} />}
          <DifferenceHistory field={row.field} events={history} />
        </div>
        <div className="rr">
          <Section title={t('bothSides')}>
            <DifferenceSides detail={detail} />
          </Section>
          {tasks.length > 0 && <SubjectTasks tasks={tasks} />}
          <CommentSection subjectKind="difference" subjectId={id} talk={talk} />
        </div>
      </div>
    </>
  )
}
