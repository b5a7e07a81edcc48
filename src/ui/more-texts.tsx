'use client'

import { type Messages, NextIntlClientProvider, useLocale, useMessages } from 'next-intl'
import { type ReactNode, useMemo } from 'react'

type MoreTextsProps = { texts: Messages; children: ReactNode }

/** Adds texts to those that the frame of the page has brought; an area takes the place of what was known of it. */
export function MoreTexts({ texts, children }: MoreTextsProps) {
  const [above, locale] = [useMessages(), useLocale()]
  const messages = useMemo(() => ({ ...above, ...texts }), [above, texts])
  return (
    <NextIntlClientProvider locale={locale} messages={messages}>
      {children}
    </NextIntlClientProvider>
  )
}
