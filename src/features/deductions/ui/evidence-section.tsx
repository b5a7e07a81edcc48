import { useTranslations } from 'next-intl'
import type { GradedProof } from '@/features/shipments/rules/grade-proof'
import type { SubjectTask } from '@/features/tasks/queries/find-tasks-of-subject'
import { InstantText } from '@/ui/date-text'
import { EvidenceList } from '@/ui/evidence-list'
import { Section } from '@/ui/section'
import type { EvidenceEntry } from '../rules/evidence-needed'
import { WHO_HAS_IT } from '../rules/who-has-it'
import { evidenceItems } from './evidence-items'
import { RequestEvidenceButton } from './request-evidence-button'

type EvidenceSectionProps = {
  evidence: readonly EvidenceEntry[]
  /** What is asked for is asked for this deduction, and serves the others of its incident too. */
  deductionId: string
  /** Money is still open, so papers are still of use. */
  isOpen: boolean
  grades: ReadonlyMap<string, GradedProof>
  tasks: readonly SubjectTask[]
  canAsk: boolean
}

/** The checklist: what is there, what is missing, who was asked for it until when, and a way to ask who has it. */
export function EvidenceSection({ evidence, deductionId, isOpen, grades, tasks, canAsk }: EvidenceSectionProps) {
  const t = useTranslations('deductions')
  const teams = useTranslations('tasks')
  const asked = new Map(tasks.filter((task) => task.state === 'open').map((task) => [task.kind, task]))
  const mayAsk = canAsk && isOpen
  const toAsk = evidence.filter((entry) => !entry.isThere && !asked.has(entry.evidence))
  const required = toAsk.filter((entry) => entry.level === 'required').map((entry) => entry.evidence)
  const items = evidenceItems(evidence, t, grades).map((item) => {
    const request = asked.get(item.key)
    const entry = toAsk.find((one) => one.evidence === item.key)
    if (request) return { ...item, note: <Asked task={request} /> }
    if (!entry || !mayAsk) return item
    const paper = t(`evidenceKind.${entry.evidence}`)
    const team = teams(`teams.${WHO_HAS_IT[entry.evidence].team}`)
    return {
      ...item,
      action: (
        <RequestEvidenceButton
          deductionId={deductionId}
          evidence={[entry.evidence]}
          label={t('request.ask', { team })}
          name={t('request.askFor', { team, paper })}
        />
      ),
    }
  })
  return (
    <Section
      title={t('evidence')}
      note={t('thereOfNeeded', { there: evidence.filter((entry) => entry.isThere).length, needed: evidence.length })}
      end={
        mayAsk && required.length > 1 && <RequestEvidenceButton deductionId={deductionId} evidence={required} label={t('request.askAll')} />
      }
      id="evidence"
    >
      <EvidenceList items={items} />
    </Section>
  )
}

function Asked({ task }: { task: SubjectTask }) {
  const t = useTranslations('deductions')
  const teams = useTranslations('tasks')
  return (
    <>
      {t('request.asked', { team: teams(`teams.${task.team}`) })}
      {task.due_at && (
        <>
          {t('comma')}
          {teams('dueBy')} <InstantText value={task.due_at} />
        </>
      )}
    </>
  )
}
