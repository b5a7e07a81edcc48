'use client'

import { type ReactNode, useState } from 'react'
import { THEMES, type Theme } from '@/i18n/locale'
import { Avatar } from './avatar'
import { Menu, type MenuEntry } from './menu'
import { keepTheme } from './preferences'

type AccountMenuProps = {
  user: { name: string; email: string; initials: string }
  theme: Theme
  texts: { account: string; theme: string; themes: Record<Theme, string>; signOut: string }
  onSignOut: () => void
  saveTheme?: ((theme: Theme) => Promise<unknown>) | undefined
  /** Entries above the theme, e.g. a link to the profile. */
  extra?: readonly MenuEntry[]
}

export function AccountMenu({ user, theme, texts, onSignOut, saveTheme, extra = [] }: AccountMenuProps) {
  const [chosen, setChosen] = useState(theme)

  function choose(next: Theme) {
    setChosen(next)
    keepTheme(next)
    void saveTheme?.(next)
  }

  const who: ReactNode = (
    <>
      <span className="b block text-text text-13">{user.name}</span>
      {user.email}
    </>
  )
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" className="av-button" aria-label={texts.account}>
          <Avatar initials={user.initials} />
        </button>
      }
      entries={[
        { kind: 'label', key: 'who', label: who },
        ...extra,
        { kind: 'line', key: 'line-1' },
        { kind: 'label', key: 'theme', label: texts.theme },
        ...THEMES.map((one) => ({
          kind: 'action' as const,
          key: one,
          label: texts.themes[one],
          chosen: one === chosen,
          onSelect: () => choose(one),
        })),
        { kind: 'line', key: 'line-2' },
        { kind: 'action', key: 'sign-out', label: texts.signOut, onSelect: onSignOut },
      ]}
    />
  )
}
