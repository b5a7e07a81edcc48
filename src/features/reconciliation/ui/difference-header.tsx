import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { CalendarDate } from '@/core/calendar-date'
import { InstantText } from '@/ui/date-text'
import { DeadlineText } from '@/ui/deadline-text'
import { LinkButton } from '@/ui/link-button'
import { MoneyText } from '@/ui/money-text'
import { PageHeader } from '@/ui/page-header'
import type { DifferenceDetail } from '../queries/find-difference'
import { DifferenceActions } from './difference-actions'
import { differenceName } from './difference-name'

type DifferenceHeaderProps = {
  row: DifferenceDetail['row']
  today: CalendarDate
  canHandle: boolean
  /** The request as a mail, for those who may ask. */
  mail: ReactNode
}

/** What differs, who corrects it until when, what it is worth, and what can be done. */
export function DifferenceHeader({ row, today, canHandle, mail }: DifferenceHeaderProps) {
  const t = useTranslations('reconciliation')
  const teams = useTranslations('tasks')
  const name = differenceName(row)
  const isUnsettled = row.state === 'open' || row.state === 'asked'
  return (
    <PageHeader
      title={row.line === null ? name : `${name} ${t('lineNo', { line: row.line })}`}
      subtitle={t(`kind.${row.kind}`)}
      crumbs={[{ label: t('title'), href: '/reconciliation' }, { label: name }]}
      facts={[
        { term: t('column.state'), value: t(`next.${row.state}`, { team: teams(`teams.${row.owner_team}`) }) },
        ...(isUnsettled ? [{ term: t('column.due'), value: <DeadlineText dueOn={row.due_on} today={today} style="full" /> }] : []),
        { term: t('column.customer'), value: row.customer_name },
        { term: t('column.worth'), value: <MoneyText value={{ minor: row.severity_minor, currency: row.currency }} strong /> },
        { term: t('column.firstSeen'), value: <InstantText value={row.first_seen_at} /> },
        { term: t('column.lastSeen'), value: <InstantText value={row.resolved_at ?? row.last_seen_at} /> },
        ...(row.reopened > 0 ? [{ term: t('cameBack'), value: t('times', { count: row.reopened }) }] : []),
      ]}
      actions={
        <>
          {row.po_key !== null && <LinkButton href={`/orders/${row.customer_code}/${row.po_key}`}>{t('openOrder')}</LinkButton>}
          {canHandle && isUnsettled && mail}
          {canHandle && isUnsettled && <DifferenceActions row={row} today={today} />}
        </>
      }
    />
  )
}
