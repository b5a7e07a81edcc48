import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from '../icon'
import { ColumnGrip } from './column-grip'
import { pinAttributes } from './pin-attributes'
import { SortLink } from './sort-link'
import { TABLE_ROLES } from './table-roles'

export type Sort = { key: string; direction: 'asc' | 'desc' }

/** Address of the list sorted by this key; with `then` also by the columns that follow it, as 'key:direction'. */
export type SortHref = (key: string, direction: 'asc' | 'desc', then?: readonly string[]) => string

type SortHeaderProps = {
  column: { key: string; title: ReactNode; sort?: string; align?: 'right'; width?: number }
  sort: Sort | undefined
  /** Columns that decide where the first one does not; lists that cannot do it leave it out. */
  thenSorts: readonly Sort[] | undefined
  href: SortHref | undefined
  className: string
  /** Its place among the columns that stand still, if it is one. */
  pin: number | undefined
  canResize: boolean
}

/**
 * Header of a column; a link that sorts by it, and turns the order when it already does. With Shift it joins the columns already sorted
 * by, turns, and leaves them again.
 */
export function SortHeader({ column, sort, thenSorts, href, className, pin, canResize }: SortHeaderProps) {
  const t = useTranslations('ui')
  const pinned = pinAttributes(pin)
  const width = column.width === undefined ? {} : { width: column.width, minWidth: column.width, maxWidth: column.width }
  const place = { ...pinned, style: { ...width, ...pinned.style } }
  const title = column.title === '' ? <span className="sr-only">{t('actions')}</span> : column.title
  if (column.sort === undefined || href === undefined || sort === undefined) {
    return (
      <th {...TABLE_ROLES.header} scope="col" className={className} data-column={column.key} {...place}>
        {title}
        {canResize && <ColumnGrip column={column.key} />}
      </th>
    )
  }
  const key = column.sort
  const all = [sort, ...(thenSorts ?? [])]
  const rank = all.findIndex((one) => one.key === key)
  const own = all[rank]
  const next = rank === 0 && own?.direction === 'asc' ? 'desc' : 'asc'
  return (
    <th
      {...TABLE_ROLES.header}
      scope="col"
      className={className}
      data-column={column.key}
      {...place}
      aria-sort={own && (own.direction === 'asc' ? 'ascending' : 'descending')}
    >
      <SortLink href={href(key, next)} shiftHref={thenSorts === undefined ? undefined : shiftHref(all, key, href)}>
        {column.title}
        {own && <Icon name={own.direction === 'asc' ? 'up' : 'down'} />}
        {own && all.length > 1 && <sub>{rank + 1}</sub>}
      </SortLink>
      {canResize && <ColumnGrip column={column.key} />}
    </th>
  )
}

// One more column, at most four; the other way round; gone again.
function shiftHref(all: readonly Sort[], key: string, href: SortHref): string {
  const own = all.find((one) => one.key === key)
  const turned = all.map((one) => (one.key === key ? { key, direction: 'desc' as const } : one))
  const others = all.filter((one) => one.key !== key)
  const next = own === undefined ? [...all.slice(0, 3), { key, direction: 'asc' as const }] : own.direction === 'asc' ? turned : others
  const [first, ...rest] = next.length === 0 ? all : next
  return href(
    first?.key ?? key,
    first?.direction ?? 'asc',
    rest.map((one) => `${one.key}:${one.direction}`),
  )
}
