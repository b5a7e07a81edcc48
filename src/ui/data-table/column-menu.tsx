import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DropDown } from '../drop-down'
import { Icon } from '../icon'
import { hrefWith, type SearchParams } from '../page-address'

type ColumnMenuProps = {
  path: string
  params: SearchParams
  /** Columns that may be hidden, in order. */
  columns: readonly { key: string; title: ReactNode }[]
  /** Keys hidden now: the values of the parameter `hide`. */
  hidden: readonly string[]
}

/** Which columns show. The choice lives in the address (`hide=…`), so a saved view or a link keeps it. */
export function ColumnMenu({ path, params, columns, hidden }: ColumnMenuProps) {
  const t = useTranslations('ui')
  return (
    <DropDown
      summaryClass="chip"
      summary={
        <>
          {t('columns')}
          <Icon name="down" />
        </>
      }
    >
      <div className="menu">
        {columns.map((column) => {
          const isHidden = hidden.includes(column.key)
          const next = isHidden ? hidden.filter((key) => key !== column.key) : [...hidden, column.key]
          return (
            <Link
              key={column.key}
              className="menu-item"
              role="checkbox"
              aria-checked={!isHidden}
              href={hrefWith(path, params, { hide: next })}
              replace
              scroll={false}
              prefetch={false}
            >
              <span className="tick">{!isHidden && <Icon name="check" />}</span>
              {column.title}
            </Link>
          )
        })}
      </div>
    </DropDown>
  )
}
