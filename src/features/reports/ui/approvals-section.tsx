import { useTranslations } from 'next-intl'
import type { ApprovalRow } from '@/features/approvals/queries/find-approvals'
import { InstantText } from '@/ui/date-text'
import { MoneyText } from '@/ui/money-text'
import { approvalSubject } from './approval-subject'
import { ListSection, RowLink } from './list-section'

type ApprovalsSectionProps = { rows: readonly ApprovalRow[]; total: number }

/** What waits for the second person who reads this. */
export function ApprovalsSection({ rows, total }: ApprovalsSectionProps) {
  const t = useTranslations('reports')
  const words = useTranslations('approvals')
  const deductions = useTranslations('deductions')
  const reconciliation = useTranslations('reconciliation')
  return (
    <ListSection
      title={t('home.approvals')}
      note={words('requests', { count: total })}
      all={{ href: '/approvals', text: t('home.all') }}
      rows={rows}
      shown={6}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'subject',
          title: words('subject'),
          look: 'key',
          cell: (row) => <RowLink href={approvalSubject(row, deductions, reconciliation).href}>{row.label}</RowLink>,
        },
        { key: 'asked', title: words('asked'), look: 'wrap', cell: (row) => approvalSubject(row, deductions, reconciliation).text },
        {
          key: 'amount',
          title: words('amount'),
          align: 'right',
          cell: (row) => {
            const { amount } = approvalSubject(row, deductions, reconciliation)
            return amount === null ? '' : <MoneyText value={amount} />
          },
        },
        { key: 'by', title: words('requestedBy'), look: 'quiet', cell: (row) => row.requested_by_name ?? '–' },
        { key: 'at', title: words('requestedAt'), look: 'quiet', cell: (row) => <InstantText value={row.requested_at} /> },
      ]}
      empty={t('home.noApprovals')}
    />
  )
}
