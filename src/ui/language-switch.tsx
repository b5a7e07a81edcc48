'use client'

import { useRouter } from 'next/navigation'
import { useLocale } from 'next-intl'
import { useTransition } from 'react'
import type { Locale } from '@/i18n/locale'
import { Menu } from './menu'
import { keepLocale } from './preferences'

/** Each language in its own words. */
export const LANGUAGE_NAMES: Record<Locale, { short: string; long: string }> = {
  en: { short: 'EN', long: 'English' },
  'zh-CN': { short: '中文', long: '中文' },
}

type LanguageSwitchProps = {
  label: string
  /** Also remembers the choice with the user, beyond this browser. */
  save?: ((locale: Locale) => Promise<unknown>) | undefined
}

/** Each language is named in itself. The address stays the same; only the words change. */
export function LanguageSwitch({ label, save }: LanguageSwitchProps) {
  const locale = useLocale()
  const router = useRouter()
  const [, startTransition] = useTransition()

  function choose(next: Locale) {
    keepLocale(next)
    startTransition(async () => {
      await save?.(next)
      router.refresh()
    })
  }

  return (
    <Menu
      align="end"
      trigger={
        <button type="button" className="text-button" aria-label={`${label}: ${LANGUAGE_NAMES[locale].long}`}>
          {LANGUAGE_NAMES[locale].short}
        </button>
      }
      entries={(['en', 'zh-CN'] as const).map((one) => ({
        kind: 'action' as const,
        key: one,
        label: <span lang={one}>{LANGUAGE_NAMES[one].long}</span>,
        chosen: one === locale,
        onSelect: () => choose(one),
      }))}
    />
  )
}
