'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { isRecordPath } from '@/features/people/rules/pinned-place'
import { formatMoney } from '@/i18n/formats'
import { Kbd } from '@/ui/kbd'
import { noteLeaving } from '@/ui/leaving'
import { Palette, type PaletteEntry, type PaletteGroup } from '@/ui/palette'
import { type FoundHit, useHits } from './find-hits'
import { findPageActions, type PageAction } from './page-actions'
import { keepRecent, type RecentPlace, readRecent } from './recent-places'

export type PalettePlace = { href: string; label: string }
export type PaletteChoice = { key: string; label: string; onSelect: () => void }

type CommandPaletteProps = {
  userId: string
  pages: readonly PalettePlace[]
  /** Records kept at hand. */
  pins: readonly PalettePlace[]
  views: readonly PalettePlace[]
  /** Language, theme, sign-out. */
  choices: readonly PaletteChoice[]
}

/** Ctrl K from anywhere: any number, customer, document, page, saved view or action, by typing a part of it. */
export function CommandPalette({ userId, pages, pins, views, choices }: CommandPaletteProps) {
  const t = useTranslations('reports')
  const router = useRouter()
  const locale = useLocale()
  const [opened, setOpened] = useState<{ recent: RecentPlace[]; actions: PageAction[] } | null>(null)
  const [text, setText] = useState('')
  const { hits, isAsking } = useHits(opened === null ? '' : text)
  useRecentObjects(userId)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      setText('')
      setOpened((open) => (open === null ? { recent: readRecent(userId), actions: findPageActions() } : null))
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [userId])

  const close = () => setOpened(null)
  const choose = (act: () => void) => () => {
    close()
    act()
  }
  const go = (href: string) => {
    noteLeaving(href)
    router.push(href)
  }
  const toPlace = ({ href, label }: PalettePlace): PaletteEntry => ({ key: href, label, onSelect: choose(() => go(href)) })
  const toHit = (hit: FoundHit): PaletteEntry => ({
    ...toPlace(hit),
    key: `${hit.kind} ${hit.href} ${hit.label}`,
    note: [t(`search.kind.${hit.kind}`), hit.customer, hit.amount && formatMoney(hit.amount, locale), hit.isNear ? t('search.near') : null]
      .filter(Boolean)
      .join(' · '),
  })
  const fits = (label: string) => wordsOf(text).every((word) => label.toLowerCase().includes(word))
  const named = (places: readonly PalettePlace[]) => places.filter(({ label }) => fits(label)).map(toPlace)
  const wanted = text.trim()
  const groups: PaletteGroup[] = [
    { key: 'hits', title: t('palette.found'), entries: hits.map(toHit) },
    { key: 'pins', title: t('palette.pins'), entries: named(pins) },
    { key: 'recent', title: t('palette.recent'), entries: wanted === '' ? (opened?.recent ?? []).map(toPlace) : [] },
    {
      key: 'actions',
      title: t('palette.actions'),
      entries: (opened?.actions ?? [])
        .filter(({ label }) => fits(label))
        .map((action) => ({ key: action.key, label: action.label, keys: action.keys, onSelect: choose(action.press) })),
    },
    { key: 'views', title: t('palette.views'), entries: named(views) },
    { key: 'pages', title: t('palette.pages'), entries: named(pages) },
    {
      key: 'choices',
      title: t('palette.choices'),
      entries: choices.filter(({ label }) => fits(label)).map((choice) => ({ ...choice, onSelect: choose(choice.onSelect) })),
    },
    {
      key: 'all',
      title: t('palette.everything'),
      entries:
        wanted === ''
          ? []
          : [toPlace({ href: `/search?q=${encodeURIComponent(wanted)}`, label: t('palette.searchFor', { text: wanted }) })],
    },
  ]
  return (
    <Palette
      name={t('palette.name')}
      placeholder={t('palette.placeholder')}
      empty={isAsking ? t('palette.asking') : t('search.nothing', { text: wanted })}
      foot={
        <>
          <Kbd keys="↑" /> <Kbd keys="↓" /> {t('palette.choose')} <Kbd keys="Enter" /> {t('palette.go')} <Kbd keys="Esc" />{' '}
          {t('palette.close')}
        </>
      }
      isOpen={opened !== null}
      text={text}
      groups={groups}
      onText={setText}
      onOpenChange={(open) => !open && close()}
    />
  )
}

/** Remembers the object pages that were looked at: those below a list, by the words of their title. */
function useRecentObjects(userId: string): void {
  const path = usePathname()
  useEffect(() => {
    if (!isRecordPath(path)) return
    // The title of the page arrives with its content.
    const timer = setTimeout(() => {
      const label = document.querySelector('main h1:not(.notice h1)')?.textContent?.trim() ?? ''
      if (label !== '') keepRecent(userId, { href: path, label })
    }, 800)
    return () => clearTimeout(timer)
  }, [path, userId])
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
}
