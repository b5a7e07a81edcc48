import Link from 'next/link'
import type { CalendarDate } from '@/core/calendar-date'
import type { Locale } from '@/i18n/locale'
import { amountValue } from '@/ui/data-table/cell-value'
import type { Column } from '@/ui/data-table/data-table'
import { DateText } from '@/ui/date-text'
import { MoneyText } from '@/ui/money-text'
import { StatusMark } from '@/ui/status-mark'
import type { ListedRow } from '../queries/find-row-batch'
import type { TrackerRow } from '../queries/tracker-row'
import { AtRiskText } from './at-risk-text'
import { causeName } from './cause-name'
import { ClaimDeadline } from './claim-deadline'
import { PointsText, priorityTip } from './priority-note'
import { ProvisionTag } from './provision-tag'
import type { Texts } from './texts'
import { VerdictText } from './verdict-text'

/** Columns hidden until somebody asks for them. */
export const QUIET_COLUMNS = ['cause', 'taken', 'po', 'invoice', 'payment', 'state'] as const

type ColumnOptions = {
  t: Texts
  locale: Locale
  today: CalendarDate
  hrefOf: (row: ListedRow) => string
  /** Owner and root cause can be changed in the cell, while the deduction is open. */
  canEdit?: boolean
}

/** The columns of the tracker, in the order a specialist reads them. */
export function trackerColumns({ t, locale, today, hrefOf, canEdit = false }: ColumnOptions): Column<ListedRow>[] {
  return [
    {
      key: 'claim',
      title: t('column.claim'),
      look: 'key',
      sort: 'claim',
      raw: (row) => ({ text: row.claimNumber ?? t('noClaim', { number: row.number }) }),
      cell: (row) => (
        <>
          <Link href={hrefOf(row)} prefetch={false}>
            {row.claimNumber ?? t('noClaim', { number: row.number })}
          </Link>
          {row.isProvision && <ProvisionTag />}
        </>
      ),
    },
    { key: 'customer', title: t('column.customer'), look: 'clip', sort: 'customer', cell: (row) => row.customerName },
    {
      key: 'category',
      title: t('column.category'),
      look: 'quiet',
      hide: 'narrow',
      sort: 'category',
      cell: (row) => t(`category.${row.category}`),
    },
    { key: 'code', title: t('column.code'), look: 'quiet', sort: 'code', cell: (row) => <CodeText code={row.reasonCode} /> },
    {
      key: 'amount',
      title: t('column.amount'),
      align: 'right',
      sort: 'amount',
      cell: (row) => <MoneyText value={row.amount} />,
      raw: (row) => amountValue(row.amount),
    },
    {
      key: 'verdict',
      title: t('column.verdict'),
      sort: 'verdict',
      cell: (row) => <VerdictText verdict={row.verdict} text={t(`verdict.${row.verdict}`)} />,
    },
    {
      key: 'sure',
      title: t('column.sure'),
      align: 'right',
      look: 'quiet',
      sort: 'confidence',
      cell: (row) =>
        row.isDecided
          ? t('decided')
          : row.confidencePpm === null || row.verdict === 'undecided'
            ? ''
            : `${Math.round(row.confidencePpm / 10_000)}%`,
    },
    {
      key: 'risk',
      title: t('column.risk'),
      align: 'right',
      sort: 'at-risk',
      raw: (row) => amountValue(row.atRisk),
      cell: (row) => <AtRiskText row={row} />,
    },
    {
      key: 'priority',
      title: t('column.priority'),
      align: 'right',
      sort: 'priority',
      raw: (row) => ({ text: String(row.priority?.points ?? ''), isNumber: true }),
      cell: (row) => {
        const { priority } = row
        return (
          priority && (
            <span title={priorityTip(priority, t, locale)}>
              <PointsText points={priority.points} />
            </span>
          )
        )
      },
    },
    {
      key: 'deadline',
      title: t('column.deadline'),
      sort: 'deadline',
      raw: (row) => ({ text: row.deadlineOn ?? '' }),
      cell: (row) => <ClaimDeadline row={row} today={today} />,
    },
    { key: 'evidence', title: t('column.evidence'), hide: 'narrow', sort: 'evidence', cell: (row) => <EvidenceText row={row} t={t} /> },
    {
      key: 'owner',
      title: t('column.owner'),
      look: 'quiet',
      hide: 'narrow',
      sort: 'owner',
      raw: (row) => ({ text: row.ownerName ?? '' }),
      canEdit: (row) => canEdit && row.state !== 'closed',
      cell: (row) => row.ownerName ?? t('nobody'),
    },
    {
      key: 'cause',
      title: t('column.cause'),
      look: 'clip',
      canEdit: (row) => canEdit && row.state !== 'closed',
      cell: (row) => (row.cause === null ? '–' : causeName(row.cause.names, locale)),
    },
    { key: 'next', title: t('column.next'), look: 'clip', cell: (row) => t(`action.${row.nextAction ?? 'none'}`) },
    { key: 'state', title: t('column.state'), look: 'quiet', sort: 'state', cell: (row) => t(`state.${row.state}`) },
    {
      key: 'taken',
      title: t('column.taken'),
      look: 'quiet',
      sort: 'taken',
      raw: (row) => ({ text: row.takenOn ?? '' }),
      cell: (row) => <DateText value={row.takenOn} />,
    },
    { key: 'po', title: t('column.po'), look: 'quiet', cell: (row) => row.poNumber ?? '–' },
    { key: 'invoice', title: t('column.invoice'), look: 'quiet', cell: (row) => row.invoiceNumber ?? '–' },
    { key: 'payment', title: t('column.payment'), look: 'quiet', cell: (row) => row.paymentNumber ?? '–' },
  ]
}

type EvidenceTextProps = { row: TrackerRow; t: Texts }

export function EvidenceText({ row, t }: EvidenceTextProps) {
  const missing = row.evidenceNeed - row.evidenceHave
  if (row.evidenceNeed === 0) return <span className="q">–</span>
  if (missing <= 0) return <StatusMark shape="ready">{t('ready')}</StatusMark>
  return <StatusMark shape="partly">{t('missingCount', { count: missing })}</StatusMark>
}

type CodeTextProps = { code: string | null }

/** Some customers write words where others write two digits; they leave the room to the next action. */
function CodeText({ code }: CodeTextProps) {
  return <span className="inline-block max-w-20 truncate align-bottom">{code ?? '–'}</span>
}
