'use client'

import { useLocale, useTranslations } from 'next-intl'
import { changePreferencesAction } from '@/features/people/actions'
import type { Theme } from '@/i18n/locale'
import { AccountMenu } from '@/ui/account-menu'
import { LanguageSwitch } from '@/ui/language-switch'
import { endSession } from './end-session'

type UserMenuProps = { user: { name: string; email: string; initials: string }; theme: Theme }

/** Language, theme and sign-out; what is chosen here goes with the person to every browser. */
export function UserMenu({ user, theme }: UserMenuProps) {
  const t = useTranslations('shell')
  const locale = useLocale()
  return (
    <AccountMenu
      user={user}
      theme={theme}
      saveTheme={(next) => changePreferencesAction({ locale, theme: next })}
      onSignOut={() => void endSession()}
      texts={{
        account: t('account', { name: user.name }),
        theme: t('theme'),
        themes: { light: t('themeLight'), dark: t('themeDark'), system: t('themeSystem') },
        signOut: t('signOut'),
      }}
    />
  )
}

type LanguageMenuProps = { theme: Theme }

export function LanguageMenu({ theme }: LanguageMenuProps) {
  const t = useTranslations('shell')
  return <LanguageSwitch label={t('language')} save={(next) => changePreferencesAction({ locale: next, theme })} />
}
