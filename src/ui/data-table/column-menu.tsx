import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DropDown } from '../drop-down'
import { Icon } from '../icon'
import { hrefWith, type SearchParams } from '../page-address'
import { movedOrder, readArrangement } from './arrange-columns'

type ColumnMenuProps = {
  path: string
  params: SearchParams
  /** Columns that may be hidden, in the order in which they show. */
  columns: readonly { key: string; title: ReactNode }[]
  /** Keys hidden now: the values of the parameter `hide`. */
  hidden: readonly string[]
  /** The list can be arranged: its columns moved and held at the left. */
  canArrange?: boolean
}

/** Which columns show, in which order, and how many stand still. The choice lives in the address, so a saved view or a link keeps it. */
export function ColumnMenu({ path, params, columns, hidden, canArrange = false }: ColumnMenuProps) {
  const t = useTranslations('ui')
  const all = columns.map(({ key }) => key)
  const shown = all.filter((key) => !hidden.includes(key))
  const { pinned } = readArrangement(params)
  const hrefOf = (changes: Readonly<Record<string, string | readonly string[] | null>>) => hrefWith(path, params, changes)
  return (
    <DropDown
      summaryClass="chip"
      isForTable
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
          const place = shown.indexOf(column.key)
          return (
            <div key={column.key} className="row column-row">
              <Link
                className="menu-item"
                role="checkbox"
                aria-checked={!isHidden}
                href={hrefOf({ hide: next })}
                replace
                scroll={false}
                prefetch={false}
              >
                <span className="tick">{!isHidden && <Icon name="check" />}</span>
                {column.title}
              </Link>
              {canArrange && place >= 0 && (
                <>
                  <MoveLink
                    name={t('columnLeft')}
                    icon="up"
                    isOff={place === 0}
                    href={hrefOf({ cols: movedOrder(all, shown, column.key, -1).join(',') })}
                    title={column.title}
                  />
                  <MoveLink
                    name={t('columnRight')}
                    icon="down"
                    isOff={place === shown.length - 1}
                    href={hrefOf({ cols: movedOrder(all, shown, column.key, 1).join(',') })}
                    title={column.title}
                  />
                </>
              )}
            </div>
          )
        })}
        {canArrange && (
          <>
            <hr className="menu-line" />
            <div className="menu-label">{t('pinned')}</div>
            <div className="row column-pins">
              {[0, 1, 2, 3].map((count) => (
                <Link
                  key={count}
                  className="menu-item"
                  role="radio"
                  aria-checked={pinned === count}
                  href={hrefOf({ pin: count === 0 ? null : String(count) })}
                  replace
                  scroll={false}
                  prefetch={false}
                >
                  {pinned === count ? <b>{count}</b> : count}
                </Link>
              ))}
            </div>
            <Link
              className="menu-item"
              href={hrefOf({ cols: null, w: null, pin: null, hide: null })}
              replace
              scroll={false}
              prefetch={false}
            >
              <span className="tick" />
              {t('columnsReset')}
            </Link>
          </>
        )}
      </div>
    </DropDown>
  )
}

type MoveLinkProps = { name: string; icon: 'up' | 'down'; isOff: boolean; href: string; title: ReactNode }

function MoveLink({ name, icon, isOff, href, title }: MoveLinkProps) {
  if (isOff) return <span className="mv-space" />
  return (
    <Link className="btn g icon" href={href} replace scroll={false} prefetch={false} title={name}>
      <Icon name={icon} />
      <span className="sr-only">
        {name} {title}
      </span>
    </Link>
  )
}
