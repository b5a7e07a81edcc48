import { useLocale, useTranslations } from 'next-intl'
import type { CalendarDate } from '@/core/calendar-date'
import type { SubjectTask } from '@/features/tasks/queries/find-tasks-of-subject'
import { SubjectTasks } from '@/features/tasks/ui/subject-tasks'
import { DateText } from '@/ui/date-text'
import { DeadlineText } from '@/ui/deadline-text'
import { KeyValues } from '@/ui/key-values'
import { LinkButton } from '@/ui/link-button'
import { MoneyText } from '@/ui/money-text'
import { Peek, PeekBlock } from '@/ui/peek'
import { Timeline } from '@/ui/timeline'
import type { SignalDetail } from '../queries/find-signals'
import { AskAboutSignalButton } from './ask-about-signal-button'
import { signalName } from './signal-columns'
import { signalFacts } from './signal-facts'

type SignalPeekProps = {
  detail: SignalDetail
  tasks: readonly SubjectTask[]
  today: CalendarDate
  canAsk: boolean
  position: string
  closeHref: string
  previousHref: string | null
  nextHref: string | null
}

/** One signal beside the list: what to do about it and until when, what it is about, what happened to it. */
export function SignalPeek({ detail: { row, events }, tasks, today, canAsk, position, ...hrefs }: SignalPeekProps) {
  const t = useTranslations('shipments')
  const teams = useTranslations('tasks')
  const locale = useLocale()
  const name = signalName(row)
  const team = teams(`teams.${row.owner_team}`)
  const known = (term: string, value: string | null) => (value === null ? [] : [{ term, value }])
  return (
    <Peek title={name} position={position} label={t('signal.previewOf', { name })} {...hrefs}>
      <PeekBlock title={t(`signal.kind.${row.kind}`)}>
        <div className="next">{t(`signal.todo.${row.kind}`)}</div>
        {canAsk && row.state === 'open' && (
          <div className="row mt-2">
            <AskAboutSignalButton signalId={row.id} kind={row.kind} about={name} team={team} facts={signalFacts(row, t, locale)} />
          </div>
        )}
      </PeekBlock>
      <PeekBlock>
        <KeyValues
          items={[
            { term: t('signal.column.customer'), value: row.customer_name },
            { term: t('signal.column.due'), value: <DeadlineText dueOn={row.due_on} today={today} style="full" /> },
            { term: t('signal.column.stake'), value: <MoneyText value={{ minor: row.at_stake_minor, currency: row.currency }} strong /> },
            { term: t('signal.column.team'), value: team },
            { term: t('signal.column.since'), value: <DateText value={row.since_on} /> },
            ...known(t('signal.delivery'), row.delivery_key),
            ...known(t('signal.invoice'), row.invoice_key),
            ...known(t('carrier'), row.carrier),
            ...known(t('pro'), row.pro),
            ...known(t('bol'), row.bol),
          ]}
        />
        <div className="row mt-2 flex-wrap">
          {row.po_key !== null && (
            <LinkButton href={`/orders/${encodeURIComponent(row.customer_code)}/${encodeURIComponent(row.po_key)}`} keys="Enter">
              {t('signal.openOrder')}
            </LinkButton>
          )}
          {row.document_id !== null && <LinkButton href={`/documents/${row.document_id}`}>{t('signal.openPaper')}</LinkButton>}
          {row.invoice_key !== null && <LinkButton href={`/invoices/${row.invoice_key}`}>{t('signal.openInvoice')}</LinkButton>}
        </div>
      </PeekBlock>
      {tasks.length > 0 && (
        <PeekBlock>
          <SubjectTasks tasks={tasks} />
        </PeekBlock>
      )}
      <PeekBlock title={t('signal.history')}>
        <Timeline events={events.toReversed().map((event) => ({ key: event.id, at: event.at, text: t(`signal.event.${event.what}`) }))} />
      </PeekBlock>
    </Peek>
  )
}
