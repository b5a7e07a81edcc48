import { useLocale, useTranslations } from 'next-intl'
import { InstantText } from '@/ui/date-text'
import { KeyValues } from '@/ui/key-values'
import { LinkButton } from '@/ui/link-button'
import { Peek, PeekBlock } from '@/ui/peek'
import type { TaskDetail } from '../queries/find-task'
import { subjectHref } from '../rules/subject-href'
import { AnswerDialog } from './answer-form'
import { bodyText, kindText, titleText } from './kind-text'
import { CloseButton, RemindButton } from './task-buttons'
import { TaskStateText } from './task-state'

type TaskPeekProps = {
  row: TaskDetail
  /** Requests of the whole list. */
  count: number
  position: string
  closeHref: string
  previousHref: string | null
  nextHref: string | null
  may: { answer: boolean; remind: boolean; close: boolean }
}

/** A request beside the list: what is asked, what was answered, and what can be done with it. */
export function TaskPeek({ row, count, position, closeHref, previousHref, nextHref, may }: TaskPeekProps) {
  const t = useTranslations('tasks')
  const locale = useLocale()
  const [title, body] = [titleText(t, row), bodyText(t, row, locale)]
  const about = subjectHref(row.subject_kind, row.subject_id)
  return (
    <Peek
      title={t('numberOf', { number: row.number })}
      label={title}
      openId={row.id}
      count={count}
      position={position}
      closeHref={closeHref}
      previousHref={previousHref}
      nextHref={nextHref}
    >
      <PeekBlock title={kindText(t, row.kind)}>
        <div className="next">{title}</div>
        {body !== null && <p className="m whitespace-pre-line">{body}</p>}
      </PeekBlock>
      {row.answer !== null && (
        <PeekBlock title={t('answer')}>
          <p className="whitespace-pre-line">{row.answer}</p>
        </PeekBlock>
      )}
      <PeekBlock>
        <KeyValues
          items={[
            { term: t('column.state'), value: <TaskStateText state={row.state} /> },
            { term: t('team'), value: t(`teams.${row.team}`) },
            { term: t('column.customer'), value: row.customer_name ?? '–' },
            { term: t('column.askedBy'), value: row.asked_by ?? t('system') },
            { term: t('column.when'), value: <InstantText value={row.created_at} /> },
            { term: t('column.due'), value: <InstantText value={row.due_at} /> },
          ]}
        />
      </PeekBlock>
      <PeekBlock>
        <div className="row flex-wrap">
          {row.state === 'open' && may.answer && <AnswerDialog taskId={row.id} version={row.version} title={title} isPrimary />}
          {row.state === 'open' && may.remind && <RemindButton taskId={row.id} />}
          {(row.state === 'open' || row.state === 'answered') && may.close && (
            <CloseButton taskId={row.id} version={row.version} isAnswered={row.state === 'answered'} />
          )}
          {about !== null && <LinkButton href={about}>{t('openSubject')}</LinkButton>}
          <LinkButton href={`/tasks/${row.id}`}>{t('openTask')}</LinkButton>
        </div>
      </PeekBlock>
    </Peek>
  )
}
