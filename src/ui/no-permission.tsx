import { useTranslations } from 'next-intl'
import { LinkButton } from './link-button'
import { Notice } from './notice'

/** Shown in place of a page that the reader's role does not include. */
export function NoPermission() {
  const t = useTranslations('errors')
  return (
    <Notice title={t('notAllowedTitle')} action={<LinkButton href="/">{t('goHome')}</LinkButton>}>
      {t('notAllowedText')}
    </Notice>
  )
}
