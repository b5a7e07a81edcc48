'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { changePreferencesAction } from '@/features/people/actions'
import { CommandPalette, type PalettePlace } from '@/features/reports/ui/command-palette'
import { joinTerm } from '@/i18n/formats'
import { LOCALES, THEMES, type Theme } from '@/i18n/locale'
import { LANGUAGE_NAMES } from '@/ui/language-switch'
import { keepLocale, keepTheme } from '@/ui/preferences'
import { endSession } from './end-session'

type WorkspacePaletteProps = {
  userId: string
  theme: Theme
  pages: readonly PalettePlace[]
  pins: readonly PalettePlace[]
  views: readonly PalettePlace[]
}

/** The palette with the choices that belong to the person: language, theme, signing out. */
export function WorkspacePalette({ userId, theme, pages, pins, views }: WorkspacePaletteProps) {
  const t = useTranslations('shell')
  const locale = useLocale()
  const router = useRouter()
  const themes = { light: t('themeLight'), dark: t('themeDark'), system: t('themeSystem') }
  return (
    <CommandPalette
      userId={userId}
      pages={pages}
      pins={pins}
      views={views}
      choices={[
        ...LOCALES.filter((one) => one !== locale).map((one) => ({
          key: one,
          label: joinTerm(t('language'), LANGUAGE_NAMES[one].long, locale),
          onSelect: () => {
            keepLocale(one)
            void changePreferencesAction({ locale: one, theme }).then(() => router.refresh())
          },
        })),
        ...THEMES.map((one) => ({
          key: one,
          label: joinTerm(t('theme'), themes[one], locale),
          onSelect: () => {
            keepTheme(one)
            void changePreferencesAction({ locale, theme: one })
          },
        })),
        {
          key: 'sign-out',
          label: t('signOut'),
          onSelect: () => void endSession(),
        },
      ]}
    />
  )
}
