'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import type { Locale, Theme } from '@/i18n/locale'
import { keepLocale, keepTheme } from './preferences'

type AdoptPreferencesProps = { locale: Locale | null; theme: Theme | null }

/** Takes over what the user chose elsewhere into a browser that has no choice of its own yet; null leaves the browser's. */
export function AdoptPreferences({ locale, theme }: AdoptPreferencesProps) {
  const router = useRouter()
  useEffect(() => {
    if (theme !== null) keepTheme(theme)
    if (locale !== null) {
      keepLocale(locale)
      router.refresh()
    }
  }, [locale, theme, router])
  return null
}
