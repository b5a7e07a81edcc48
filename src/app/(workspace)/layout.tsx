import { cookies } from 'next/headers'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { type ReactNode, Suspense } from 'react'
import type { Actor } from '@/core/actor'
import { countUnreadNews } from '@/features/news/queries/find-news'
import { NewsBell } from '@/features/news/ui/news-bell'
import { findPins } from '@/features/people/queries/find-pins'
import { findViews } from '@/features/people/queries/find-views'
import { viewHref } from '@/features/people/rules/saved-view'
import { PinButton } from '@/features/people/ui/pin-button'
import { findShellCounts } from '@/features/reports/queries/find-shell-counts'
import { JobTray } from '@/features/reports/ui/job-tray'
import { isLocale, isTheme, LOCALE_COOKIE, THEME_COOKIE } from '@/i18n/locale'
import { currentSession } from '@/server/session'
import { AdoptPreferences } from '@/ui/adopt-preferences'
import { AppShell } from '@/ui/app-shell'
import { HelpLink } from '@/ui/help-link'
import { Icon } from '@/ui/icon'
import { RailCount } from '@/ui/rail-count'
import { SearchBox } from '@/ui/search-box'
import { farPagesFor, placesFor } from './navigation'
import { LanguageMenu, UserMenu } from './user-menu'
import { WorkspacePalette } from './workspace-palette'

/** Own views in the rail; the menu of each list has all. */
const RAIL_VIEWS = 8
/** Records kept at hand in the rail; the palette has all. */
const RAIL_PINS = 8

type UnreadNewsProps = { actor: Actor }

async function UnreadNews({ actor }: UnreadNewsProps) {
  return <NewsBell unread={await countUnreadNews(actor)} />
}

type WorkspaceLayoutProps = { children: ReactNode }

export default async function WorkspaceLayout({ children }: WorkspaceLayoutProps) {
  const session = await currentSession()
  if (!session) redirect('/sign-in')
  const [t, news, people, jar, views, pins] = await Promise.all([
    getTranslations('shell'),
    getTranslations('news'),
    getTranslations('people'),
    cookies(),
    findViews(session.actor),
    findPins(session.actor),
  ])
  const chosenTheme = jar.get(THEME_COOKIE)?.value
  const theme = isTheme(chosenTheme) ? chosenTheme : session.user.theme
  const hasLocale = isLocale(jar.get(LOCALE_COOKIE)?.value)
  const counts = findShellCounts(session.actor)
  const items = placesFor(session.actor).map(({ key, href, also }) => ({
    key,
    href,
    also,
    label: t(key),
    count: (
      <Suspense fallback={null}>
        <RailCount counts={counts} item={key} />
      </Suspense>
    ),
  }))
  return (
    <AppShell
      brand={t('brand')}
      items={items}
      otherPlaces={[
        ...farPagesFor(session.actor)
          .filter(({ isList }) => isList === true)
          .map(({ key, href }) => ({ label: t(`page.${key}`), href })),
        { label: news('title'), href: '/news' },
        { label: t('help'), href: '/help' },
        { label: t('search'), href: '/search' },
      ]}
      ownPlaces={[
        { title: people('pins.title'), items: pins.slice(0, RAIL_PINS).map(({ path, label }) => ({ key: path, href: path, label })) },
        {
          title: t('savedViews'),
          items: views
            .filter((view) => view.ownerId === session.actor.userId)
            .slice(0, RAIL_VIEWS)
            .map((view) => ({ key: view.id, href: viewHref(view.page, view), label: view.name })),
        },
      ]}
      texts={{
        skip: t('skip'),
        navigation: t('mainNavigation'),
        openNavigation: t('openNavigation'),
        closeNavigation: t('closeNavigation'),
      }}
      search={<SearchBox action="/search" label={t('search')} placeholder={t('searchPlaceholder')} hasPalette />}
      titleEnd={<PinButton pinned={pins.map(({ path }) => path)} />}
      tools={
        <>
          <Link className="btn g icon phone-only" href="/search" aria-label={t('search')} prefetch={false}>
            <Icon name="search" />
          </Link>
          <JobTray />
          <Suspense fallback={<NewsBell unread={0} />}>
            <UnreadNews actor={session.actor} />
          </Suspense>
          <LanguageMenu theme={theme} />
          <HelpLink label={t('help')} />
          <UserMenu user={session.user} theme={theme} />
        </>
      }
    >
      <AdoptPreferences locale={hasLocale ? null : session.user.locale} theme={isTheme(chosenTheme) ? null : session.user.theme} />
      <WorkspacePalette
        userId={session.actor.userId}
        theme={theme}
        pages={[
          ...items.map(({ href, label }) => ({ href, label })),
          ...farPagesFor(session.actor).map(({ key, href }) => ({ href, label: t(`page.${key}`) })),
        ]}
        pins={pins.map(({ path, label }) => ({ href: path, label }))}
        views={views.map((view) => ({ href: viewHref(view.page, view), label: view.name }))}
      />
      {children}
    </AppShell>
  )
}
