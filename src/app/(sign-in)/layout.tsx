import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { LanguageSwitch } from '@/ui/language-switch'

type SignInLayoutProps = { children: ReactNode }

export default async function SignInLayout({ children }: SignInLayoutProps) {
  const t = await getTranslations('shell')
  return (
    <div className="sign-in">
      <header className="row border-b border-line px-4">
        <span className="brand">
          <i aria-hidden="true" />
          {t('brand')}
        </span>
        <span className="sp" />
        <LanguageSwitch label={t('language')} />
      </header>
      <main>{children}</main>
    </div>
  )
}
