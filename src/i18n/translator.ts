import { createTranslator } from 'next-intl'
import { ALL_MESSAGES } from './all-messages'
import type { Locale } from './locale'

/**
 * A translator outside of a page: for mails, exports, the worker and the CLI.
 * Inside pages use `useTranslations` (components) or `getTranslations` (async server code).
 */
export function createTexts(locale: Locale, namespace: keyof (typeof ALL_MESSAGES)['en']) {
  const messages: Record<string, object> = ALL_MESSAGES[locale]
  return createTranslator({ locale, messages, namespace })
}
