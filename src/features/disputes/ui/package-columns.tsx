import Link from 'next/link'
import type { CalendarDate } from '@/core/calendar-date'
import type { Column } from '@/ui/data-table/data-table'
import { DeadlineText } from '@/ui/deadline-text'
import { MoneyText } from '@/ui/money-text'
import { StatusMark } from '@/ui/status-mark'
import type { PackageListRow } from '../queries/find-packages'
import type { Texts } from './texts'

type PackageColumns = { t: Texts; deductions: Texts; today: CalendarDate; hrefOf: (row: PackageListRow) => string }

/** Columns of the list of packages: what to take next, by when, what it is worth. */
export function packageColumns({ t, deductions, today, hrefOf }: PackageColumns): Column<PackageListRow>[] {
  return [
    { key: 'claim', title: t('column.claim'), look: 'key', cell: (row) => <Link href={hrefOf(row)}>{row.name}</Link> },
    { key: 'customer', title: t('column.customer'), look: 'clip', cell: (row) => row.customerName },
    {
      key: 'category',
      title: t('column.category'),
      hide: 'phone',
      cell: (row) => (
        <>
          {deductions(`category.${row.category}`)} <span className="q">{row.reasonCode}</span>
        </>
      ),
    },
    { key: 'amount', title: t('column.amount'), align: 'right', cell: (row) => <MoneyText value={row.amount} /> },
    { key: 'deadline', title: t('column.deadline'), cell: (row) => <DeadlineText dueOn={row.deadlineOn} today={today} /> },
    { key: 'evidence', title: t('column.evidence'), hide: 'phone', cell: (row) => <EvidenceCell row={row} t={t} /> },
    {
      key: 'package',
      title: t('column.package'),
      hide: 'phone',
      cell: (row) =>
        row.packageVersion === null ? (
          <span className="q">{t('notBuilt')}</span>
        ) : (
          t('versionPages', { version: row.packageVersion, pages: row.pageCount ?? 0 })
        ),
    },
    { key: 'owner', title: t('column.owner'), hide: 'narrow', look: 'quiet', cell: (row) => row.ownerName ?? '' },
  ]
}

function EvidenceCell({ row, t }: { row: PackageListRow; t: Texts }) {
  const isThere = row.evidenceHave >= row.evidenceNeed
  return (
    <StatusMark shape={isThere ? 'ready' : 'partly'}>{t('evidenceThere', { have: row.evidenceHave, need: row.evidenceNeed })}</StatusMark>
  )
}
