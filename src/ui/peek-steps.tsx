'use client'

import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRowsAtHand } from './data-table/selection'
import { Icon } from './icon'

type PeekStepsProps = {
  /** The row that is shown; the list beside knows what comes before and after it. */
  openId: string | undefined
  /** Rows of the whole list, when that is known. */
  count: number | undefined
  /** What the page knew when it was made. */
  position: string | undefined
  previousHref: string | null | undefined
  nextHref: string | null | undefined
}

/** Where the shown row stands in the list, and the ways to its neighbours; a list that reads on by itself knows them best. */
export function PeekSteps({ openId, count, position, previousHref, nextHref }: PeekStepsProps) {
  const t = useTranslations('ui')
  const list = useRowsAtHand()
  const path = usePathname()
  const search = useSearchParams()
  const at = openId === undefined ? -1 : (list?.ids.indexOf(openId) ?? -1)
  const hrefOf = (id: string | undefined) => {
    if (id === undefined) return null
    const next = new URLSearchParams(search)
    next.set('peek', id)
    return `${path}?${next.toString()}`
  }
  const isKnown = list !== null && at >= 0
  const place = isKnown && count !== undefined ? t('positionOf', { position: list.first + at + 1, count }) : position
  const previous = isKnown ? hrefOf(list.ids[at - 1]) : previousHref
  const next = isKnown ? hrefOf(list.ids[at + 1]) : nextHref
  return (
    <>
      {place !== undefined && <span className="m">&nbsp;{place}</span>}
      <span className="sp" />
      {previous && (
        <Link className="btn g icon" href={previous} aria-label={t('previousItem')} replace scroll={false} prefetch={false}>
          <Icon name="up" />
        </Link>
      )}
      {next && (
        <Link className="btn g icon" href={next} aria-label={t('nextItem')} replace scroll={false} prefetch={false}>
          <Icon name="down" />
        </Link>
      )}
    </>
  )
}
