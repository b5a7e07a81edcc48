import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ImportListRow } from '@/features/file-intake/queries/find-imports'
import { BatchStateText } from '@/features/file-intake/ui/batch-state'
import { DataTable } from '@/ui/data-table/data-table'
import { InstantText } from '@/ui/date-text'
import { EmptyState } from '@/ui/empty-state'
import { NumberText } from '@/ui/number-text'
import { Section } from '@/ui/section'

type ImportsSectionProps = { rows: readonly ImportListRow[]; total: number; tab: 'attention' | 'all' }

const SHOWN = 6

/** Files that somebody has to look at, or simply the last ones. */
export function ImportsSection({ rows, total, tab }: ImportsSectionProps) {
  const t = useTranslations('reports')
  const words = useTranslations('fileIntake')
  const title = t(tab === 'attention' ? 'home.importsAttention' : 'home.lastImports')
  return (
    <Section
      title={title}
      note={words('files', { count: total })}
      end={
        <Link href={`/imports?tab=${tab}`} prefetch={false}>
          {t('home.all')}
        </Link>
      }
    >
      <DataTable
        kind="section"
        name={title}
        rows={rows.slice(0, SHOWN)}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'file',
            title: words('column.file'),
            look: 'clip',
            cell: (row) => (
              <Link href={`/imports/${row.id}`} prefetch={false}>
                {row.file_name}
              </Link>
            ),
          },
          {
            key: 'state',
            title: words('column.state'),
            cell: (row) => <BatchStateText state={row.state} rejected={row.rejected} />,
          },
          { key: 'rejected', title: words('column.rejected'), align: 'right', cell: (row) => <NumberText value={row.rejected} /> },
          { key: 'when', title: words('column.when'), look: 'quiet', cell: (row) => <InstantText value={row.created_at} /> },
        ]}
        empty={<EmptyState>{words(tab === 'attention' ? 'emptyAttention' : 'empty')}</EmptyState>}
      />
    </Section>
  )
}
