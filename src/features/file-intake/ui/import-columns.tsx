import Link from 'next/link'
import type { Column } from '@/ui/data-table/data-table'
import { InstantText } from '@/ui/date-text'
import { NumberText } from '@/ui/number-text'
import type { ImportListRow } from '../queries/find-imports'
import { BatchStateText } from './batch-state'
import type { Texts } from './finding-sentence'
import { kindText } from './kind-text'

/** The columns of the list of imports: the counts stand in the order of the equation read = accepted + duplicate + rejected + blank. */
export function importColumns(t: Texts): Column<ImportListRow>[] {
  return [
    { key: 'number', title: t('column.number'), align: 'right', look: 'quiet', hide: 'phone', cell: (row) => row.number },
    {
      key: 'file',
      title: t('column.file'),
      look: 'key',
      cell: (row) => (
        <Link href={`/imports/${row.id}`} prefetch={false}>
          {row.file_name}
        </Link>
      ),
    },
    { key: 'kind', title: t('column.kind'), look: 'clip', cell: (row) => kindText(t, row.kind) },
    {
      key: 'state',
      title: t('column.state'),
      cell: (row) => <BatchStateText state={row.state} reason={row.reason} rejected={row.rejected} />,
    },
    { key: 'read', title: t('column.read'), align: 'right', cell: (row) => <NumberText value={row.read} /> },
    { key: 'accepted', title: t('column.accepted'), align: 'right', cell: (row) => <Count value={row.accepted} /> },
    { key: 'duplicate', title: t('column.duplicate'), align: 'right', cell: (row) => <Count value={row.duplicate} /> },
    { key: 'rejected', title: t('column.rejected'), align: 'right', cell: (row) => <Count value={row.rejected} isBad /> },
    { key: 'blank', title: t('column.blank'), align: 'right', hide: 'narrow', cell: (row) => <Count value={row.blank} /> },
    { key: 'findings', title: t('column.findings'), align: 'right', hide: 'narrow', cell: (row) => <Count value={row.findings} /> },
    {
      key: 'customer',
      title: t('column.customer'),
      look: 'quiet',
      hide: 'narrow',
      cell: (row) => row.customer_name ?? '–',
    },
    { key: 'who', title: t('column.who'), look: 'quiet', cell: (row) => row.uploaded_by ?? t(`way.${row.way}`) },
    { key: 'when', title: t('column.when'), look: 'quiet', cell: (row) => <InstantText value={row.created_at} /> },
  ]
}

type CountProps = { value: number; isBad?: boolean }

function Count({ value, isBad = false }: CountProps) {
  if (value === 0) return <span className="q">0</span>
  return (
    <span className={isBad ? 'over md' : undefined}>
      <NumberText value={value} />
    </span>
  )
}
