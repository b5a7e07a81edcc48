'use client'

import { useTranslations } from 'next-intl'
import { LinkButton } from './link-button'
import { Notice } from './notice'

type ErrorNoticeProps = { error: unknown; retry: () => void; isWholePage?: boolean }

/** What a page shows when it broke. The digest is the number under which the log knows more. */
export function ErrorNotice({ error, retry, isWholePage }: ErrorNoticeProps) {
  const t = useTranslations('errors')
  const ui = useTranslations('ui')
  const digest = error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : null
  return (
    <Notice
      isWholePage={isWholePage}
      title={t('title')}
      action={
        <>
          <button type="button" className="btn p" onClick={retry}>
            {ui('retry')}
          </button>
          <LinkButton href="/">{t('goHome')}</LinkButton>
        </>
      }
    >
      {t('safe')} {digest !== null && <span className="q">{t('reference', { digest })}</span>}
    </Notice>
  )
}
