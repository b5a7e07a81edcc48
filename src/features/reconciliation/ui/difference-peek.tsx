import { useLocale, useTranslations } from 'next-intl'
import type { CalendarDate } from '@/core/calendar-date'
import type { CommentRow } from '@/features/tasks/queries/find-comments'
import type { SubjectTask } from '@/features/tasks/queries/find-tasks-of-subject'
import { SubjectTasks } from '@/features/tasks/ui/subject-tasks'
import { joinParts } from '@/i18n/formats'
import { InstantText } from '@/ui/date-text'
import { DeadlineText } from '@/ui/deadline-text'
import { KeyValues } from '@/ui/key-values'
import { LinkButton } from '@/ui/link-button'
import { MoneyText } from '@/ui/money-text'
import { Peek, PeekBlock } from '@/ui/peek'
import type { DifferenceDetail } from '../queries/find-difference'
import { DifferenceActions } from './difference-actions'
import { differenceName } from './difference-name'
import { DifferenceSides, DifferenceSources } from './difference-sides'
import { ProposedCorrection } from './proposed-correction'

type DifferencePeekProps = {
  detail: DifferenceDetail
  comments: readonly CommentRow[]
  tasks: readonly SubjectTask[]
  today: CalendarDate
  canHandle: boolean
  /** Differences of the whole list. */
  count: number
  position: string
  closeHref: string
  previousHref: string | null
  nextHref: string | null
}

/** One difference beside the list: who corrects it first, then both sides and where they stand. */
export function DifferencePeek({ detail, comments, tasks, today, canHandle, count, position, ...hrefs }: DifferencePeekProps) {
  const t = useTranslations('reconciliation')
  const teams = useTranslations('tasks')
  const locale = useLocale()
  const { row } = detail
  const name = differenceName(row)
  const team = teams(`teams.${row.owner_team}`)
  const isUnsettled = row.state === 'open' || row.state === 'asked'
  return (
    <Peek title={name} openId={row.id} count={count} position={position} label={t('previewOf', { name })} {...hrefs}>
      <PeekBlock title={t(`kind.${row.kind}`)}>
        <div className="next">{t(`next.${row.state}`, { team })}</div>
        <ProposedCorrection row={row} />
        <div className="row mt-2 flex-wrap">
          {canHandle && isUnsettled && <DifferenceActions row={row} today={today} />}
          <LinkButton href={`/reconciliation/${row.id}`}>{t('compare')}</LinkButton>
        </div>
      </PeekBlock>
      <PeekBlock title={t('bothSides')}>
        <DifferenceSides detail={detail} />
      </PeekBlock>
      <PeekBlock>
        <KeyValues
          items={[
            { term: t('column.customer'), value: row.customer_name },
            { term: t('column.worth'), value: <MoneyText value={{ minor: row.severity_minor, currency: row.currency }} strong /> },
            ...(isUnsettled ? [{ term: t('column.due'), value: <DeadlineText dueOn={row.due_on} today={today} /> }] : []),
            { term: t('column.item'), value: joinParts([row.item_number, row.description], locale) || '–' },
            { term: t('delivery'), value: row.delivery_key ?? '–' },
            { term: t('column.firstSeen'), value: <InstantText value={row.first_seen_at} /> },
          ]}
        />
        {row.po_key !== null && (
          <div className="row mt-2">
            <LinkButton href={`/orders/${row.customer_code}/${row.po_key}`} keys="Enter">
              {t('openOrder')}
            </LinkButton>
          </div>
        )}
      </PeekBlock>
      <PeekBlock title={t('sources')}>
        <DifferenceSources sources={detail.sources} />
      </PeekBlock>
      {(tasks.length > 0 || comments.length > 0) && (
        <PeekBlock>
          {tasks.length > 0 && <SubjectTasks tasks={tasks} />}
          {comments.map((comment) => (
            <p key={comment.id} className="mt-2">
              <span className="md">{comment.author}</span> {comment.body}
            </p>
          ))}
        </PeekBlock>
      )}
    </Peek>
  )
}
