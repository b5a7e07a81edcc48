import { useTranslations } from 'next-intl'
import type { CommentRow } from '@/features/tasks/queries/find-comments'
import type { SubjectTask } from '@/features/tasks/queries/find-tasks-of-subject'
import { SubjectTasks } from '@/features/tasks/ui/subject-tasks'
import { InstantText } from '@/ui/date-text'
import { KeyValues } from '@/ui/key-values'
import { LinkButton } from '@/ui/link-button'
import { MoneyText } from '@/ui/money-text'
import { Peek, PeekBlock } from '@/ui/peek'
import type { DifferenceDetail } from '../queries/find-difference'
import { AcceptDifferencesDialog } from './accept-differences-dialog'
import { AskCorrectionDialog } from './ask-correction-dialog'
import { differenceName } from './difference-columns'
import { DifferenceSides, DifferenceSources } from './difference-sides'
import { differenceValueText } from './difference-value-text'

type DifferencePeekProps = {
  detail: DifferenceDetail
  comments: readonly CommentRow[]
  tasks: readonly SubjectTask[]
  canHandle: boolean
  position: string
  closeHref: string
  previousHref: string | null
  nextHref: string | null
}

/** One difference beside the list: who corrects it first, then both sides and where they stand. */
export function DifferencePeek({ detail, comments, tasks, canHandle, position, ...hrefs }: DifferencePeekProps) {
  const t = useTranslations('reconciliation')
  const teams = useTranslations('tasks')
  const { row } = detail
  const name = differenceName(row)
  const team = teams(`teams.${row.owner_team}`)
  const isUnsettled = row.state === 'open' || row.state === 'asked'
  return (
    <Peek title={name} position={position} label={t('previewOf', { name })} {...hrefs}>
      <PeekBlock title={t(`kind.${row.kind}`)}>
        <div className="next">{t(`next.${row.state}`, { team })}</div>
        {canHandle && isUnsettled && (
          <div className="row mt-2">
            {row.state === 'open' && (
              <AskCorrectionDialog
                differenceId={row.id}
                team={team}
                about={row.line === null ? name : `${name} ${t('lineNo', { line: row.line })}`}
                kind={t(`kind.${row.kind}`)}
                sapValue={differenceValueText(row.field, row.sap_value, t)}
                otherValue={differenceValueText(row.field, row.other_value, t)}
                source={t(`source.${row.other_source ?? 'sap'}`)}
              />
            )}
            <AcceptDifferencesDialog ids={[row.id]} />
          </div>
        )}
      </PeekBlock>
      <PeekBlock title={t('bothSides')}>
        <DifferenceSides detail={detail} />
      </PeekBlock>
      <PeekBlock>
        <KeyValues
          items={[
            { term: t('column.customer'), value: row.customer_name },
            { term: t('column.worth'), value: <MoneyText value={{ minor: row.severity_minor, currency: row.currency }} strong /> },
            { term: t('column.item'), value: [row.item_number, row.description].filter(Boolean).join(', ') || '–' },
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
