import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type Column, DataTable } from './data-table'

type GroupRowsProps<Row extends { id: string }> = {
  name: string
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  count: number
  allHref: string
}

/** The first rows of a group that is folded out, and the way to all of them. */
export function GroupRows<Row extends { id: string }>({ name, rows, columns, count, allHref }: GroupRowsProps<Row>) {
  const t = useTranslations('ui.group')
  return (
    <>
      <DataTable kind="section" name={name} columns={columns} rows={rows} rowKey={(row) => row.id} />
      {count > rows.length && (
        <Link href={allHref} prefetch={false}>
          {t('all', { count })}
        </Link>
      )}
    </>
  )
}
