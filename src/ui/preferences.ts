'use client'

import { LOCALE_COOKIE, type Locale, THEME_COOKIE, type Theme } from '@/i18n/locale'

const YEAR_SECONDS = 365 * 24 * 60 * 60

/** Keeps the reader's language for the next requests of this browser. */
export function keepLocale(locale: Locale): void {
  keep(LOCALE_COOKIE, locale)
}

/** Keeps the reader's theme and shows it at once. */
export function keepTheme(theme: Theme): void {
  keep(THEME_COOKIE, theme)
  document.documentElement.dataset['theme'] = theme
}

function keep(name: string, value: string): void {
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
}

/** Leaves no choice behind for the next person at this browser. */
export function forgetPreferences(): void {
  for (const name of [LOCALE_COOKIE, THEME_COOKIE]) document.cookie = `${name}=; path=/; max-age=0; samesite=lax`
}
