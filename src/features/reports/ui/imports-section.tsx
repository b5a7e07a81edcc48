import { useTranslations } from 'next-intl'
import type { ImportListRow } from '@/features/file-intake/queries/find-imports'
import { BatchStateText } from '@/features/file-intake/ui/batch-state'
import type { Column } from '@/ui/data-table/data-table'
import { InstantText } from '@/ui/date-text'
import { NumberText } from '@/ui/number-text'
import { ListSection, RowLink } from './list-section'

type ImportsSectionProps = { rows: readonly ImportListRow[]; total: number; tab: 'attention' | 'all' }

const SHOWN = 6

// Files that need attention say why in its place: there is no room for both.
function customerColumn(title: string): Column<ImportListRow> {
  return { key: 'customer', title, look: 'quiet', hide: 'phone', cell: (row) => row.customer_name ?? '–' }
}

/** Files that somebody has to look at, or simply the last ones. */
export function ImportsSection({ rows, total, tab }: ImportsSectionProps) {
  const t = useTranslations('reports')
  const words = useTranslations('fileIntake')
  const title = t(tab === 'attention' ? 'home.importsAttention' : 'home.lastImports')
  return (
    <ListSection
      title={title}
      note={words('files', { count: total })}
      all={{ href: `/imports?tab=${tab}`, text: t('home.all') }}
      rows={rows}
      shown={SHOWN}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'file',
          title: words('column.file'),
          look: 'clip',
          cell: (row) => <RowLink href={`/imports/${row.id}`}>{row.file_name}</RowLink>,
        },
        ...(tab === 'all' ? [customerColumn(words('column.customer'))] : []),
        {
          key: 'state',
          title: words('column.state'),
          cell: (row) => <BatchStateText state={row.state} reason={row.reason} rejected={row.rejected} />,
        },
        { key: 'rejected', title: words('column.rejected'), align: 'right', cell: (row) => <NumberText value={row.rejected} /> },
        { key: 'when', title: words('column.when'), look: 'quiet', cell: (row) => <InstantText value={row.created_at} /> },
      ]}
      empty={words(tab === 'attention' ? 'emptyAttention' : 'empty')}
    />
  )
}
