'use client'

import { signOut } from 'next-auth/react'
import { useTranslations } from 'next-intl'
import type { Theme } from '@/i18n/locale'
import { AccountMenu } from '@/ui/account-menu'

type UserMenuProps = { user: { name: string; email: string; initials: string }; theme: Theme }

export function UserMenu({ user, theme }: UserMenuProps) {
  const t = useTranslations('shell')
  return (
    <AccountMenu
      user={user}
      theme={theme}
      onSignOut={() => void signOut({ callbackUrl: '/sign-in' })}
      texts={{
        account: t('account', { name: user.name }),
        theme: t('theme'),
        themes: { light: t('themeLight'), dark: t('themeDark'), system: t('themeSystem') },
        signOut: t('signOut'),
      }}
    />
  )
}
