import Link from 'next/link'
import type { ReactNode } from 'react'
import type { MoneyLike } from '@/i18n/formats'
import type { Column } from '@/ui/data-table/data-table'
import { InstantText } from '@/ui/date-text'
import { MoneyText } from '@/ui/money-text'
import { StatusMark, type StatusShape } from '@/ui/status-mark'
import type { ApprovalRow } from '../queries/find-approvals'
import type { ApprovalState } from '../rules/approval'

const SHAPE: Readonly<Record<ApprovalState, StatusShape>> = { open: 'partly', approved: 'ready', rejected: 'overdue', voided: 'none' }

type ApprovalColumns = {
  t: (key: string) => string
  /** Where the subject is looked at and decided, what is asked for in words of its area, and the money it gives up. */
  subjectOf: (row: ApprovalRow) => { href: string; text: ReactNode; amount: MoneyLike | null }
}

/** Columns of the list of approvals: what is asked, by whom, since when, and what became of it. */
export function approvalColumns({ t, subjectOf }: ApprovalColumns): Column<ApprovalRow>[] {
  return [
    { key: 'subject', title: t('subject'), look: 'key', cell: (row) => <Link href={subjectOf(row).href}>{row.label}</Link> },
    { key: 'kind', title: t('kindTitle'), cell: (row) => t(`kind.${row.kind}`) },
    { key: 'asked', title: t('asked'), look: 'clip', cell: (row) => subjectOf(row).text },
    {
      key: 'amount',
      title: t('amount'),
      align: 'right',
      cell: (row) => {
        const { amount } = subjectOf(row)
        return amount === null ? '' : <MoneyText value={amount} />
      },
    },
    { key: 'customer', title: t('customer'), look: 'clip', hide: 'phone', cell: (row) => row.customer_name ?? '–' },
    { key: 'by', title: t('requestedBy'), look: 'quiet', cell: (row) => row.requested_by_name ?? '–' },
    { key: 'at', title: t('requestedAt'), look: 'quiet', cell: (row) => <InstantText value={row.requested_at} /> },
    { key: 'state', title: t('stateTitle'), cell: (row) => <StatusMark shape={SHAPE[row.state]}>{t(`state.${row.state}`)}</StatusMark> },
    { key: 'decided', title: t('decidedBy'), look: 'quiet', hide: 'narrow', cell: (row) => row.decided_by_name ?? '' },
    { key: 'reason', title: t('reason'), look: 'clip', hide: 'narrow', cell: (row) => row.reason ?? '' },
  ]
}
