'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useSyncExternalStore } from 'react'
import { currentPlace, noPlace, subscribePlace } from './place-store'

type ListPlaceProps = {
  /** Rows of the whole list, when that is known. */
  total: number | null
  /** The pages, for where the list does not read on by itself. */
  children: ReactNode
}

/** Which rows of the whole list are in sight; before script, and on a phone, the links from page to page. */
export function ListPlace({ total, children }: ListPlaceProps) {
  const t = useTranslations('ui')
  const place = useSyncExternalStore(subscribePlace, currentPlace, noPlace)
  if (place === null) return children
  // An empty list has said so already.
  if (place.to === 0) return null
  const from = Math.min(place.from + 1, place.to)
  return <span>{total === null ? t('rowsFromTo', { from, to: place.to }) : t('rowsFromToOf', { from, to: place.to, total })}</span>
}
