import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatNumber, type MoneyLike } from '@/i18n/formats'
import { classNames } from './class-names'
import { MoneyList } from './money-list'
import { RightEnd } from './right-end'
import { TabInView } from './tab-in-view'

/** More tabs than this say one currency each: the line has room for no more, and the foot of the list says all of the open one. */
const MANY = 4

export type Tab = {
  key: string
  label: ReactNode
  href: string
  count?: number | ReactNode
  money?: readonly MoneyLike[]
  note?: ReactNode
}

type TabsProps = {
  tabs: readonly Tab[]
  current: string
  /** 'views' above a worklist, 'sections' under an object header. */
  kind?: 'views' | 'sections'
  end?: ReactNode
}

/** Tabs are links: each has an address, a count and what it is worth. */
export function Tabs({ tabs, current, kind = 'views', end }: TabsProps) {
  const t = useTranslations('ui')
  const locale = useLocale()
  return (
    <nav className={classNames('tabs', kind === 'sections' && 'anchors')} aria-label={t(kind)}>
      {tabs.map((tab) => (
        <Link key={tab.key} href={tab.href} aria-current={tab.key === current ? 'page' : undefined} scroll={false}>
          {tab.label}
          {tab.count !== undefined && (kind === 'views' ? <b>{countText(tab.count)}</b> : <span>{countText(tab.count)}</span>)}
          {tab.money && tab.money.length > 0 && (
            <span>
              <MoneyList values={tab.money} rounded {...(tabs.length <= MANY ? {} : { max: 1 })} />
            </span>
          )}
          {tab.note !== undefined && <span>{tab.note}</span>}
        </Link>
      ))}
      {kind === 'views' && <TabInView current={current} />}
      <RightEnd>{end}</RightEnd>
    </nav>
  )

  function countText(count: number | ReactNode): ReactNode {
    return typeof count === 'number' ? formatNumber(count, locale) : count
  }
}
