import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from './icon'

export type FilterChip = {
  key: string
  /** What is filtered: 'Owner'. */
  label: string
  /** How: 'is LW'. */
  value: ReactNode
  /** The same page without this filter. */
  removeHref: string
  /** A warning that goes with it, e.g. '3 not found'. */
  note?: ReactNode
}

type FilterBarProps = {
  chips: readonly FilterChip[]
  /** The box that finds in the list. */
  search?: ReactNode
  /** The filter form or menu behind '+ Filter'. */
  children?: ReactNode
  /** Columns, density, export … at the right end. */
  end?: ReactNode
}

/** The filters in force, each removable, and the tools of the list. */
export function FilterBar({ chips, search, children, end }: FilterBarProps) {
  const t = useTranslations('ui')
  return (
    <div className="fil" role="group" aria-label={t('filters')}>
      {search}
      {chips.map((chip) => (
        <span key={chip.key} className="chip drop-x">
          {chip.label} <b>{chip.value}</b>
          {chip.note !== undefined && <span className="due md">{chip.note}</span>}
          <Link
            className="chip-x"
            href={chip.removeHref}
            aria-label={t('removeFilter', { name: chip.label })}
            prefetch={false}
            scroll={false}
          >
            <Icon name="close" />
          </Link>
        </span>
      ))}
      {children}
      {end !== undefined && end !== null && <div className="fil-end">{end}</div>}
    </div>
  )
}
