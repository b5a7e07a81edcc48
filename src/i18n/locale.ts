/** The languages of the product; the first is the one of last resort. */
export const LOCALES = ['en', 'zh-CN'] as const
export type Locale = (typeof LOCALES)[number]

/** Cookie that carries the reader's language; the address never does, so one link serves two readers. */
export const LOCALE_COOKIE = 'recoup-locale'

export const THEMES = ['light', 'dark', 'system'] as const
export type Theme = (typeof THEMES)[number]

/** Cookie that carries the reader's theme. */
export const THEME_COOKIE = 'recoup-theme'

export function isLocale(text: string | undefined | null): text is Locale {
  return LOCALES.some((locale) => locale === text)
}

export function isTheme(text: string | undefined | null): text is Theme {
  return THEMES.some((theme) => theme === text)
}

/** The reader's language: the chosen one, else the first of the browser's languages that we speak, else English. */
export function chooseLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(chosen)) return chosen
  const wanted = (acceptLanguage ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  const first = wanted.find((language) => language === 'en' || language === 'zh')
  return first === 'zh' ? 'zh-CN' : 'en'
}
