import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { dateInZone } from '@/core/calendar-date'
import { isId } from '@/core/ids'
import { canImport } from '@/features/file-intake/policy'
import { canAnswer, canAsk, canClose } from '@/features/tasks/policy'
import { findComments } from '@/features/tasks/queries/find-comments'
import { findTask } from '@/features/tasks/queries/find-task'
import { subjectHref } from '@/features/tasks/rules/subject-href'
import { AnswerForm } from '@/features/tasks/ui/answer-form'
import { CommentSection } from '@/features/tasks/ui/comment-section'
import { bodyText, kindText, titleText } from '@/features/tasks/ui/kind-text'
import { CloseButton, RemindButton } from '@/features/tasks/ui/task-buttons'
import { TaskFacts } from '@/features/tasks/ui/task-facts'
import { TaskStateText } from '@/features/tasks/ui/task-state'
import { companyToday } from '@/server/clock'
import { env } from '@/server/env'
import { requireActor } from '@/server/session'
import { InstantText } from '@/ui/date-text'
import { DeadlineText } from '@/ui/deadline-text'
import { FileDrop } from '@/ui/form/file-drop'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'
import { Section } from '@/ui/section'

type TaskPageProps = { params: Promise<{ id: string }> }

/** One request, made for the person of a department: the question, the numbers to look it up by, one field to answer. */
export default async function TaskPage({ params }: TaskPageProps) {
  const actor = await requireActor()
  const { id } = await params
  const task = isId(id) ? await findTask(actor, id) : null
  if (!task) notFound()
  const [t, talk] = await Promise.all([
    getTranslations('tasks'),
    task.subject_kind === 'deduction' ? findComments(actor, 'deduction', task.subject_id) : null,
  ])
  const subject = { customerId: task.customer_id, team: task.team, createdBy: task.created_by }
  const about = subjectHref(task.subject_kind, task.subject_id)
  const isOpen = task.state === 'open'
  const body = bodyText(t, task, await getLocale())
  const dueOn = task.due_at && isOpen ? dateInZone(task.due_at, env().RECOUP_TIMEZONE) : null
  return (
    <>
      <PageHeader
        title={titleText(t, task)}
        crumbs={[{ label: t('title'), href: '/tasks' }, { label: t('numberOf', { number: task.number }) }]}
        actions={
          <>
            {about !== null && <LinkButton href={about}>{t('openSubject')}</LinkButton>}
            {isOpen && canAsk(actor, subject) && <RemindButton taskId={task.id} />}
            {(isOpen || task.state === 'answered') && canClose(actor, subject) && (
              <CloseButton taskId={task.id} version={task.version} isAnswered={task.state === 'answered'} />
            )}
          </>
        }
        facts={[
          { term: t('column.state'), value: <TaskStateText state={task.state} /> },
          { term: t('column.kind'), value: kindText(t, task.kind) },
          { term: t('team'), value: t(`teams.${task.team}`) },
          { term: t('column.due'), value: <DeadlineText dueOn={dueOn} today={companyToday()} style="full" /> },
          { term: t('column.askedBy'), value: task.asked_by ?? t('system') },
          { term: t('column.when'), value: <InstantText value={task.created_at} /> },
        ]}
      />
      <div className="two">
        <div className="l">
          {body !== null && (
            <Section title={t('question')}>
              <p className="concl whitespace-pre-line">{body}</p>
            </Section>
          )}
          {task.answer !== null && (
            <Section title={t('answer')}>
              <p className="concl whitespace-pre-line">{task.answer}</p>
            </Section>
          )}
          {isOpen && canAnswer(actor, subject) && (
            <Section title={t('answer')}>
              <AnswerForm taskId={task.id} version={task.version} />
            </Section>
          )}
          {isOpen && task.subject_kind === 'deduction' && canAnswer(actor, subject) && (
            <Section title={t('attach')} note={t('attachEnds')}>
              <FileDrop
                action={`/api/tasks/${task.id}/papers`}
                label={t('attachDrop')}
                hint={t('attachHint')}
                accept=".pdf,.png,.jpg,.jpeg,.tif,.tiff"
              />
            </Section>
          )}
          {isOpen && task.subject_kind !== 'deduction' && canImport(actor) && (
            <Section title={t('attach')} note={t('attachNote')}>
              <FileDrop action="/api/uploads" label={t('attachDrop')} hint={t('attachHint')} accept=".pdf,.png,.jpg,.jpeg,.tif,.tiff" />
            </Section>
          )}
          {task.answer === null && !isOpen && <p className="m">{t('withdrawnText')}</p>}
        </div>
        <div className="rr">
          <TaskFacts task={task} />
          {talk && <CommentSection subjectKind="deduction" subjectId={task.subject_id} talk={talk} />}
        </div>
      </div>
    </>
  )
}
