import Link from 'next/link'
import type { ReactNode } from 'react'
import { NavigationDrawer } from './navigation-drawer'
import { RailLink } from './rail-link'
import { ShortcutKeys } from './shortcut-keys'
import { TopTitle } from './top-title'
import { UnsavedGuard } from './unsaved-guard'

export type NavigationItem = {
  key: string
  label: string
  href: string
  /** Addresses that belong to this place without lying below it. */
  also?: readonly string[]
  /** Streams in later; nothing moves when it arrives. */
  count?: ReactNode
}

type AppShellProps = {
  brand: string
  items: readonly NavigationItem[]
  /** Places that are reached from the top bar and stand in no rail. */
  otherPlaces?: readonly { label: string; href: string }[]
  /** Parts of the rail below its places: what is kept at hand, views. */
  ownPlaces?: readonly { title: string; items: readonly NavigationItem[] }[]
  texts: { skip: string; navigation: string; openNavigation: string; closeNavigation: string }
  /** The search box in the middle of the top bar. */
  search: ReactNode
  /** Stands beside the title: keeps the open record at hand. */
  titleEnd?: ReactNode
  /** Job tray, language, help, avatar. */
  tools: ReactNode
  children: ReactNode
}

/** Frame of every page of the workspace: rail with counts, top bar, one scrolling main. */
export function AppShell({ brand, items, otherPlaces = [], ownPlaces = [], texts, search, titleEnd, tools, children }: AppShellProps) {
  const links = <RailLinks items={items} ownPlaces={ownPlaces} />
  return (
    <div className="app">
      <ShortcutKeys />
      <UnsavedGuard />
      <a className="skip" href="#main">
        {texts.skip}
      </a>
      <nav className="rail" aria-label={texts.navigation}>
        <Link className="brand" href="/">
          <i aria-hidden="true" />
          {brand}
        </Link>
        {links}
      </nav>
      <header className="top">
        <div className="row min-w-0">
          <div className="top-menu">
            <NavigationDrawer title={texts.navigation} openText={texts.openNavigation} closeText={texts.closeNavigation}>
              {links}
            </NavigationDrawer>
          </div>
          <TopTitle items={[...items.map(({ label, href, also }) => ({ label, href, also })), ...otherPlaces]} />
          {titleEnd}
        </div>
        {search}
        <div className="top-end">{tools}</div>
      </header>
      <main className="main" id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}

type RailLinksProps = { items: readonly NavigationItem[]; ownPlaces: readonly { title: string; items: readonly NavigationItem[] }[] }

function RailLinks({ items, ownPlaces }: RailLinksProps) {
  return (
    <>
      {items.map((item) => (
        <RailLink key={item.key} href={item.href} also={item.also} label={item.label}>
          {item.count}
        </RailLink>
      ))}
      {ownPlaces
        .filter((part) => part.items.length > 0)
        .map((part) => (
          <div key={part.title} role="group" aria-label={part.title}>
            <div className="rail-cap">{part.title}</div>
            {part.items.map((item) => (
              <RailLink key={item.key} href={item.href} label={item.label}>
                {item.count}
              </RailLink>
            ))}
          </div>
        ))}
    </>
  )
}
