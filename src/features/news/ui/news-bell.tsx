import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { formatNumber } from '@/i18n/formats'
import { Icon } from '@/ui/icon'

type NewsBellProps = { unread: number }

/** Leads to the news; says how many are new. */
export function NewsBell({ unread }: NewsBellProps) {
  const t = useTranslations('news')
  const locale = useLocale()
  return (
    <Link className="btn g bell" href="/news" prefetch={false} aria-label={t('bell', { count: unread })}>
      <Icon name="bell" />
      {unread > 0 && <b aria-hidden="true">{formatNumber(unread, locale)}</b>}
    </Link>
  )
}
