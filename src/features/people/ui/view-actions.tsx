'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { MouseEvent } from 'react'
import { useAction } from '@/ui/form/use-action'
import { changeViewAction, removeViewAction } from '../actions'
import type { ViewRow } from '../queries/find-views'
import { type ViewPage, viewHref } from '../rules/saved-view'

export type ViewMenuProps = {
  page: ViewPage
  views: readonly ViewRow[]
  /** The view that is open; null for the list as it comes. */
  current: ViewRow | null
  /** The list as it stands now, as a view would keep it. */
  query: string
  ownUserId: string
  may: { /** Change the open view. */ change: boolean /** Say which roles see it first. */; setRoles: boolean }
}

export type ViewDialog = 'add' | 'rename' | 'roles' | 'subscribe'

type ViewActionsProps = ViewMenuProps & { isChanged: boolean; open: (dialog: ViewDialog) => void }

/** What can be done with the open view, and keeping the list as a new one. */
export function ViewActions({ page, current, query, may, isChanged, open }: ViewActionsProps) {
  const t = useTranslations('people')
  const router = useRouter()
  const change = useAction(changeViewAction, { done: t('views.saved') })
  const remove = useAction(removeViewAction, { done: t('views.removed'), onDone: () => router.push(viewHref(page, null)) })
  const entry = (label: string, act: () => void) => (
    <button
      key={label}
      type="button"
      className="menu-item"
      disabled={change.isPending || remove.isPending}
      onClick={(event) => {
        closeMenu(event)
        act()
      }}
    >
      <span className="tick" />
      {label}
    </button>
  )
  const changeTo = (what: { query?: string; isShared?: boolean }) => {
    if (current !== null) change.run({ viewId: current.id, version: current.version, ...what })
  }
  return (
    <>
      {current !== null && may.change && isChanged && entry(t('views.save'), () => changeTo({ query }))}
      {entry(t('views.saveAs'), () => open('add'))}
      {current !== null && (
        <>
          {may.change && entry(t('views.rename'), () => open('rename'))}
          {may.change && entry(t(current.isShared ? 'views.unshare' : 'views.share'), () => changeTo({ isShared: !current.isShared }))}
          {may.setRoles && current.isShared && entry(t('views.forRoles'), () => open('roles'))}
          {entry(t('views.subscribe'), () => open('subscribe'))}
          {may.change && entry(t('views.remove'), () => remove.run({ viewId: current.id }))}
        </>
      )}
    </>
  )
}

function closeMenu(event: MouseEvent<HTMLElement>): void {
  event.currentTarget.closest('details')?.removeAttribute('open')
}
