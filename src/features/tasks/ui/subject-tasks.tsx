import { useTranslations } from 'next-intl'
import { InstantText } from '@/ui/date-text'
import { EvidenceList } from '@/ui/evidence-list'
import { Section } from '@/ui/section'
import type { SubjectTask } from '../queries/find-tasks-of-subject'
import { titleText } from './kind-text'

type SubjectTasksProps = { tasks: readonly SubjectTask[] }

/** What was asked of other teams about a record, and what they answered. */
export function SubjectTasks({ tasks }: SubjectTasksProps) {
  const t = useTranslations('tasks')
  const isOfSeveral = new Set(tasks.map((task) => task.about)).size > 1
  return (
    <Section title={t('requests')} note={t('requestsCount', { count: tasks.filter((task) => task.state === 'open').length })}>
      <EvidenceList
        items={tasks.map((task) => ({
          key: task.id,
          shape: task.state === 'open' ? 'partly' : 'ready',
          isMissing: task.state === 'open',
          title: titleText(t, task),
          note: task.answer ?? (
            <>
              {isOfSeveral && task.about !== null && `${task.about}${t('comma')}`}
              {t(`teams.${task.team}`)}
              {task.due_at && (
                <>
                  {t('comma')}
                  {t('dueBy')} <InstantText value={task.due_at} />
                </>
              )}
            </>
          ),
        }))}
      />
    </Section>
  )
}
