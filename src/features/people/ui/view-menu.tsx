'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Dialog } from '@/ui/dialog'
import { DropDown } from '@/ui/drop-down'
import { Icon } from '@/ui/icon'
import type { ViewRow } from '../queries/find-views'
import { type ViewPage, viewHref } from '../rules/saved-view'
import { ViewActions, type ViewDialog, type ViewMenuProps } from './view-actions'
import { NameViewForm, RoleViewForm, SubscribeForm } from './view-forms'

/** Which view of the list is open, the others to go to, and what can be done with it. A star says that it was changed and not kept. */
export function ViewMenu(props: ViewMenuProps) {
  const { page, views, current, query, ownUserId } = props
  const t = useTranslations('people')
  const [dialog, setDialog] = useState<ViewDialog | null>(null)
  const isChanged = current !== null && current.query !== query
  const close = () => setDialog(null)
  return (
    <>
      <DropDown
        summaryClass="chip view-chip"
        summary={
          <>
            <span className="sr-only">{t('views.title')}</span>
            <b className="truncate">{current?.name ?? t('views.standard')}</b>
            {isChanged && (
              <span title={t('views.changed')}>
                *<span className="sr-only">{t('views.changed')}</span>
              </span>
            )}
            <Icon name="down" />
          </>
        }
      >
        <div className="menu view-menu">
          <ViewLink href={viewHref(page, null)} isOpen={current === null}>
            {t('views.standard')}
          </ViewLink>
          <ViewGroup page={page} current={current} title={t('views.mine')} views={views.filter((view) => view.ownerId === ownUserId)} />
          <ViewGroup page={page} current={current} title={t('views.team')} views={views.filter((view) => view.ownerId !== ownUserId)} />
          <hr className="menu-line" />
          <ViewActions {...props} isChanged={isChanged} open={setDialog} />
        </div>
      </DropDown>
      <Dialog
        title={t(dialog === 'rename' ? 'views.rename' : 'views.saveTitle')}
        open={dialog === 'add' || dialog === 'rename'}
        onOpenChange={close}
      >
        <NameViewForm page={page} query={query} view={dialog === 'rename' ? current : null} close={close} />
      </Dialog>
      {current !== null && (
        <>
          <Dialog title={t('views.forRoles')} open={dialog === 'roles'} onOpenChange={close}>
            <RoleViewForm view={current} close={close} />
          </Dialog>
          <Dialog title={t('views.subscribe')} open={dialog === 'subscribe'} onOpenChange={close}>
            <SubscribeForm view={current} close={close} />
          </Dialog>
        </>
      )}
    </>
  )
}

type ViewGroupProps = { page: ViewPage; title: string; views: readonly ViewRow[]; current: ViewRow | null }

function ViewGroup({ page, title, views, current }: ViewGroupProps) {
  const t = useTranslations('people')
  if (views.length === 0) return null
  return (
    <>
      <div className="menu-label">{title}</div>
      {views.map((view) => (
        <ViewLink key={view.id} href={viewHref(page, view)} isOpen={view.id === current?.id}>
          <span className="truncate">{view.name}</span>
          {view.isShared && <span className="q">{title === t('views.team') ? view.ownerName : t('views.isShared')}</span>}
          {view.rhythm !== null && <span className="q">{t(`views.rhythmShort.${view.rhythm}`)}</span>}
        </ViewLink>
      ))}
    </>
  )
}

type ViewLinkProps = { href: string; isOpen: boolean; children: ReactNode }

function ViewLink({ href, isOpen, children }: ViewLinkProps) {
  return (
    <Link className="menu-item" href={href} aria-current={isOpen ? 'page' : undefined} prefetch={false} scroll={false}>
      <span className="tick">{isOpen && <Icon name="check" />}</span>
      {children}
    </Link>
  )
}
