import { useTranslations } from 'next-intl'
import { LinkButton } from '@/ui/link-button'
import { Notice } from '@/ui/notice'

export default function NotFound() {
  const t = useTranslations('errors')
  return (
    <Notice isWholePage title={t('notFoundTitle')} action={<LinkButton href="/">{t('goHome')}</LinkButton>}>
      {t('notFoundText')}
    </Notice>
  )
}
