import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type Column, DataTable } from '@/ui/data-table/data-table'
import type { ListedRow } from '../queries/find-row-batch'

type GroupRowsProps = { name: string; rows: readonly ListedRow[]; columns: readonly Column<ListedRow>[]; count: number; allHref: string }

/** The first rows of a group that is folded out, and the way to all of them. */
export function GroupRows({ name, rows, columns, count, allHref }: GroupRowsProps) {
  const t = useTranslations('deductions')
  return (
    <>
      <DataTable kind="section" name={name} columns={columns} rows={rows} rowKey={(row) => row.id} />
      {count > rows.length && (
        <Link href={allHref} prefetch={false}>
          {t('group.all', { count })}
        </Link>
      )}
    </>
  )
}
