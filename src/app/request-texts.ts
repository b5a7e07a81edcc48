import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { ALL_MESSAGES } from '@/i18n/all-messages'
import { chooseLocale, LOCALE_COOKIE } from '@/i18n/locale'
import { env } from '@/server/env'

/** Language and texts of the current request. Language and zone are different things: the zone is the company's. */
export default getRequestConfig(async () => {
  const [jar, head] = await Promise.all([cookies(), headers()])
  const locale = chooseLocale(jar.get(LOCALE_COOKIE)?.value, head.get('accept-language'))
  return { locale, messages: ALL_MESSAGES[locale], timeZone: env().RECOUP_TIMEZONE }
})
