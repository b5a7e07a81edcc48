import Link from 'next/link'
import type { Column } from '@/ui/data-table/data-table'
import { InstantText } from '@/ui/date-text'
import type { AuditRow } from '../queries/find-audit-entries'

type Texts = (key: string, values?: Record<string, string | number>) => string

/** The audit trail: when, who, what happened, to which record, and which values changed. */
export function auditColumns(t: Texts, rowHref: (row: AuditRow) => string): Column<AuditRow>[] {
  return [
    { key: 'at', title: t('admin.at'), look: 'quiet', cell: (row) => <InstantText value={row.at} style="medium" /> },
    { key: 'actor', title: t('admin.actor'), cell: (row) => row.actorName },
    { key: 'event', title: t('admin.event'), cell: (row) => <code>{row.event}</code> },
    { key: 'table', title: t('admin.table'), look: 'quiet', cell: (row) => row.tableName },
    {
      key: 'row',
      title: t('admin.row'),
      cell: (row) => (
        <Link href={rowHref(row)} prefetch={false} title={row.rowId}>
          {row.rowId.length > 13 ? `…${row.rowId.slice(-12)}` : row.rowId}
        </Link>
      ),
    },
    { key: 'customer', title: t('home.customer'), look: 'quiet', hide: 'narrow', cell: (row) => row.customerName ?? '–' },
    { key: 'change', title: t('admin.change'), look: 'clip', cell: (row) => <Change row={row} t={t} /> },
  ]
}

type ChangeProps = { row: AuditRow; t: Texts }

function Change({ row, t }: ChangeProps) {
  if (row.before === null) return <span className="done">{t('admin.created')}</span>
  if (row.after === null) return <span className="over">{t('admin.removed')}</span>
  const { before, after } = row
  const changed = Object.keys(after).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
  const text = changed
    .filter((key) => key !== 'version' && key !== 'updated_at')
    .map((key) => `${key}: ${short(before[key])} → ${short(after[key])}`)
    .join('; ')
  return <span title={text}>{text}</span>
}

function short(value: unknown): string {
  if (value === null || value === undefined) return '–'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
