'use client'

import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { Toaster as Sonner } from 'sonner'

// The buttons of a toast take the colours of the page, in both themes.
const TOAST_COLOURS = {
  '--normal-bg': 'var(--surface)',
  '--normal-text': 'var(--text)',
  '--normal-border': 'var(--line-strong)',
  '--gray2': 'var(--hover)',
  '--gray5': 'var(--line-strong)',
} as CSSProperties

/** Where toasts appear. They are polite, and never the only copy of an error. Call `toast` from 'sonner'. */
export function Toaster() {
  const t = useTranslations('ui')
  return (
    <Sonner
      className="toaster"
      position="bottom-right"
      duration={6000}
      closeButton
      style={TOAST_COLOURS}
      containerAriaLabel={t('notifications')}
      toastOptions={{
        closeButtonAriaLabel: t('close'),
        style: {
          background: 'var(--surface)',
          color: 'var(--text)',
          border: '1px solid var(--line-strong)',
          borderRadius: 'var(--r-2)',
          boxShadow: 'var(--float)',
          fontSize: 'var(--t-13)',
          fontFamily: 'var(--sans)',
        },
      }}
    />
  )
}
