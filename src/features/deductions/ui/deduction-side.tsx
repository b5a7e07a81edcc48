import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { money } from '@/core/money'
import type { WindowRow } from '@/features/agreements/queries/find-windows'
import type { GradedProof } from '@/features/shipments/rules/grade-proof'
import type { Talk } from '@/features/tasks/queries/find-comments'
import type { SubjectTask } from '@/features/tasks/queries/find-tasks-of-subject'
import { CommentSection } from '@/features/tasks/ui/comment-section'
import { SubjectTasks } from '@/features/tasks/ui/subject-tasks'
import { MoneyText } from '@/ui/money-text'
import { Section } from '@/ui/section'
import type { DeductionDetail } from '../queries/find-deduction'
import type { AttachedPaper } from '../queries/find-papers-of-deduction'
import type { Priority } from '../queries/find-priorities'
import { DeadlineSection } from './deadline-section'
import { EvidenceSection } from './evidence-section'
import { PapersSection } from './papers-section'
import { PriorityNote } from './priority-note'

type DeductionSideProps = {
  detail: DeductionDetail
  priority: Priority | undefined
  windows: readonly WindowRow[]
  /** What the papers among the evidence prove, by document. */
  grades: ReadonlyMap<string, GradedProof>
  talk: Talk
  tasks: readonly SubjectTask[]
  papers: readonly AttachedPaper[]
  canAsk: boolean
}

/** Papers, the incident it belongs to, requests and comments. */
export function DeductionSide({ detail, priority, windows, grades, talk, tasks, papers, canAsk }: DeductionSideProps) {
  const t = useTranslations('deductions')
  return (
    <div className="rr">
      <EvidenceSection
        evidence={detail.evidence}
        deductionId={detail.row.id}
        isOpen={detail.row.open.minor > 0n}
        grades={grades}
        tasks={tasks}
        canAsk={canAsk}
      />
      {papers.length > 0 && <PapersSection papers={papers} />}
      {priority && detail.row.open.minor > 0n && (
        <Section title={t('priority.title')} id="priority">
          <PriorityNote priority={priority} />
        </Section>
      )}
      {detail.row.open.minor > 0n && <DeadlineSection windows={windows} customerCode={detail.row.customerCode} />}
      {detail.incident && <IncidentSection incident={detail.incident} />}
      {tasks.length > 0 && <SubjectTasks tasks={tasks} />}
      <CommentSection subjectKind="deduction" subjectId={detail.row.id} talk={talk} />
    </div>
  )
}

type IncidentSectionProps = { incident: NonNullable<DeductionDetail['incident']> }

function IncidentSection({ incident }: IncidentSectionProps) {
  const t = useTranslations('deductions')
  const currency = incident.members[0]?.amount.currency ?? 'USD'
  const total = incident.members.reduce((sum, member) => sum + member.amount.minor, 0n)
  return (
    <Section
      title={<Link href={`/incidents/${incident.number}`}>{t('incident', { number: incident.number })}</Link>}
      note={t('claimsOfOneShipment', { count: incident.members.length })}
    >
      <table className="t" aria-label={t('incident', { number: incident.number })}>
        <tbody>
          {incident.members.map((member) => (
            <tr key={member.id}>
              <td className={member.isThis ? 'b' : undefined}>
                {member.isThis ? (
                  (member.claimNumber ?? member.number)
                ) : (
                  <Link href={`/deductions/${member.id}`}>{member.claimNumber ?? member.number}</Link>
                )}
              </td>
              <td className="m">{t(`category.${member.category}`)}</td>
              <td className="r">
                <MoneyText value={member.amount} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={2}>{t('total')}</td>
            <td className="r">
              <MoneyText value={money(total, currency)} />
            </td>
          </tr>
        </tfoot>
      </table>
    </Section>
  )
}
