import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { CalendarDate } from '@/core/calendar-date'
import { comparisonKey } from '@/core/comparison-key'
import { MoneyText } from '@/ui/money-text'
import { PageHeader } from '@/ui/page-header'
import { StatusMark, type StatusShape } from '@/ui/status-mark'
import type { DeductionDetail } from '../queries/find-deduction'
import type { TrackerRow } from '../queries/tracker-row'
import type { DeductionState } from '../rules/deduction'
import { AtRiskText } from './at-risk-text'
import { ClaimDeadline } from './claim-deadline'
import { codeHref } from './code-href'

const SHAPE: Readonly<Record<DeductionState, StatusShape>> = {
  new: 'none',
  collecting: 'partly',
  ready: 'ready',
  submitted: 'partly',
  closed: 'fixed',
}

type DeductionHeaderProps = { detail: DeductionDetail; today: CalendarDate; actions: ReactNode }

/** Number, what it is, and the facts in the order they are asked for: next action, deadline, who, how much, state, owner. */
export function DeductionHeader({ detail, today, actions }: DeductionHeaderProps) {
  const t = useTranslations('deductions')
  const { row } = detail
  return (
    <PageHeader
      title={row.claimNumber ?? t('noClaim', { number: row.number })}
      subtitle={t('subtitle', {
        category: t(`category.${row.category}`),
        code: [row.reasonCode, row.codeText].filter(Boolean).join(' ') || '–',
      })}
      crumbs={[{ label: t('title'), href: '/deductions' }, { label: row.customerName }]}
      actions={actions}
      facts={[
        { term: t('nextAction'), value: t(`action.${row.nextAction ?? 'none'}`) },
        {
          term: t('column.deadline'),
          value: <ClaimDeadline row={row} today={today} style="full" />,
        },
        { term: t('column.customer'), value: row.customerName },
        ...(row.isProvision ? [{ term: t('provision.term'), value: t('provision.held') }] : []),
        ...(row.reasonCode === null ? [] : [{ term: t('column.code'), value: <CodeLink row={row} code={row.reasonCode} /> }]),
        { term: t('column.amount'), value: <MoneyText value={row.amount} /> },
        { term: t('openAmount'), value: <MoneyText value={row.open} /> },
        { term: t('column.risk'), value: <AtRiskText row={row} /> },
        {
          term: t('column.state'),
          value: (
            <StatusMark shape={SHAPE[row.state]} tone="plain">
              {t(`state.${row.state}`)}
            </StatusMark>
          ),
        },
        { term: t('column.owner'), value: row.ownerName ?? t('nobody') },
      ]}
    />
  )
}

type CodeLinkProps = { row: TrackerRow; code: string }

/** The customer's code, leading to what it means to us and since when. */
function CodeLink({ row, code }: CodeLinkProps) {
  return <Link href={codeHref(row.customerCode, comparisonKey(code))}>{code}</Link>
}
