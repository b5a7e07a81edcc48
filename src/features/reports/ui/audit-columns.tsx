import Link from 'next/link'
import type { Column } from '@/ui/data-table/data-table'
import { InstantText } from '@/ui/date-text'
import type { AuditRow } from '../queries/find-audit-entries'
import { idText, storedText, type ValueReader, valueText } from './audit-value'
import type { AuditWords } from './audit-words'

type Texts = (key: string, values?: Record<string, string | number>) => string
type AuditColumnsOptions = { t: Texts; words: AuditWords; reader: ValueReader; rowHref: (row: AuditRow) => string }

/** The audit trail: when, who, what happened, to which record, and which values changed. What is put into words keeps its code at hand. */
export function auditColumns({ t, words, reader, rowHref }: AuditColumnsOptions): Column<AuditRow>[] {
  return [
    { key: 'at', title: t('admin.at'), look: 'quiet', cell: (row) => <InstantText value={row.at} style="medium" /> },
    { key: 'actor', title: t('admin.actor'), cell: (row) => <Word code={row.actorName}>{words.actor(row)}</Word> },
    { key: 'event', title: t('admin.event'), cell: (row) => <Word code={row.event}>{words.event(row.event)}</Word> },
    { key: 'table', title: t('admin.table'), look: 'quiet', cell: (row) => <Word code={row.tableName}>{words.table(row.tableName)}</Word> },
    {
      key: 'row',
      title: t('admin.row'),
      cell: (row) => (
        <Link href={rowHref(row)} prefetch={false} title={row.rowId}>
          {idText(row.rowId)}
        </Link>
      ),
    },
    { key: 'customer', title: t('home.customer'), look: 'quiet', hide: 'narrow', cell: (row) => row.customerName ?? '–' },
    { key: 'change', title: t('admin.change'), look: 'clip', cell: (row) => <Change row={row} t={t} reader={reader} /> },
  ]
}

type WordProps = { code: string; children: string }

function Word({ code, children }: WordProps) {
  return <span {...(code === children ? {} : { title: code })}>{children}</span>
}

type ChangeProps = { row: AuditRow; t: Texts; reader: ValueReader }

function Change({ row, t, reader }: ChangeProps) {
  if (row.before === null) return <span className="done">{t('admin.created')}</span>
  if (row.after === null) return <span className="over">{t('admin.removed')}</span>
  const { before, after } = row
  const differing = Object.keys(after).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
  const telling = differing.filter((key) => key !== 'version' && key !== 'updated_at')
  const changed = telling.length > 0 ? telling : differing
  const line = (say: (value: unknown) => string) => changed.map((key) => `${key}: ${say(before[key])} → ${say(after[key])}`).join('; ')
  return <span title={line(storedText)}>{line((value) => valueText(value, reader))}</span>
}
