import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from '../icon'

export type Sort = { key: string; direction: 'asc' | 'desc' }

type SortHeaderProps = {
  column: { title: ReactNode; sort?: string; align?: 'right'; width?: number }
  sort: Sort | undefined
  href: ((key: string, direction: 'asc' | 'desc') => string) | undefined
  className: string
}

/** Header of a column; a link that sorts by it, and turns the order when it already does. */
export function SortHeader({ column, sort, href, className }: SortHeaderProps) {
  const t = useTranslations('ui')
  const style = column.width === undefined ? undefined : { width: column.width }
  if (column.sort === undefined || href === undefined) {
    return (
      <th scope="col" className={className} style={style}>
        {column.title === '' ? <span className="sr-only">{t('actions')}</span> : column.title}
      </th>
    )
  }
  const isSorted = sort?.key === column.sort
  const next = isSorted && sort.direction === 'asc' ? 'desc' : 'asc'
  const state = isSorted ? (sort.direction === 'asc' ? 'ascending' : 'descending') : undefined
  return (
    <th scope="col" className={className} style={style} aria-sort={state}>
      <Link href={href(column.sort, next)} scroll={false} prefetch={false} replace>
        {column.title}
        {isSorted && <Icon name={sort.direction === 'asc' ? 'up' : 'down'} />}
      </Link>
    </th>
  )
}
