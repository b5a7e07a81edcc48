import Link from 'next/link'
import type { Column } from '@/ui/data-table/data-table'
import { InstantText } from '@/ui/date-text'
import { NumberText } from '@/ui/number-text'
import type { MappingRow } from '../queries/find-mappings'
import type { Texts } from './finding-sentence'
import { targetKindText } from './mapping-texts'
import { RetireMappingButton } from './retire-mapping-button'

/** The columns of the list of saved mappings; `mayRetire` is false for those who only look. */
export function mappingColumns(t: Texts, mayRetire: boolean): Column<MappingRow>[] {
  return [
    {
      key: 'customer',
      title: t('column.customer'),
      look: 'key',
      cell: (row) => (
        <Link href={`/imports/mappings/${row.id}`} prefetch={false}>
          {row.customer_name ?? t('mapping.everybody')}
        </Link>
      ),
    },
    { key: 'kind', title: t('column.kind'), cell: (row) => targetKindText(t, row.kind) },
    {
      key: 'columns',
      title: t('mapping.columns'),
      look: 'quiet',
      cell: (row) => t('mapping.columnsNote', { mapped: row.mapped, count: row.columns }),
    },
    { key: 'version', title: t('mapping.versionTitle'), align: 'right', cell: (row) => <NumberText value={row.version} /> },
    { key: 'madeOn', title: t('mapping.madeOnTitle'), look: 'clip', cell: (row) => row.file_name },
    { key: 'files', title: t('mapping.readBy'), align: 'right', cell: (row) => <NumberText value={row.files} /> },
    {
      key: 'last',
      title: t('mapping.lastRead'),
      look: 'quiet',
      hide: 'narrow',
      cell: (row) => (row.last_read_at === null ? '–' : <InstantText value={row.last_read_at} />),
    },
    { key: 'who', title: t('column.who'), look: 'quiet', hide: 'phone', cell: (row) => row.saved_by ?? t('nobody') },
    { key: 'when', title: t('mapping.savedAt'), look: 'quiet', hide: 'narrow', cell: (row) => <InstantText value={row.saved_at} /> },
    ...(mayRetire
      ? [
          {
            key: 'retire',
            title: '',
            cell: (row: MappingRow) => (row.retired_at === null ? <RetireMappingButton mappingId={row.id} /> : null),
          },
        ]
      : []),
  ]
}
