import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { commonTexts } from '@/i18n/area-texts'
import { isTheme, THEME_COOKIE } from '@/i18n/locale'
import { Toaster } from '@/ui/toaster'
import './globals.css'

export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell')
  return { title: { default: t('brand'), template: `%s · ${t('brand')}` }, icons: { icon: '/icon.svg' }, robots: { index: false } }
}

type RootLayoutProps = { children: ReactNode }

export default async function RootLayout({ children }: RootLayoutProps) {
  const [locale, jar, texts] = await Promise.all([getLocale(), cookies(), getMessages()])
  const theme = jar.get(THEME_COOKIE)?.value
  return (
    <html lang={locale} data-theme={isTheme(theme) ? theme : 'system'}>
      <body>
        <NextIntlClientProvider messages={commonTexts(texts)}>
          {children}
          <Toaster />
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
