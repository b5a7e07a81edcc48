import Link from 'next/link'
import { useTranslations } from 'next-intl'

type PagerProps = {
  shown: number
  /** Rows that match; 'at-least' when the count was capped. */
  total?: number
  isTotalExact?: boolean
  previousHref?: string | null
  nextHref?: string | null
}

/** Pages by key, not by number: previous and next stay equally fast at any depth. */
export function Pager({ shown, total, isTotalExact = true, previousHref, nextHref }: PagerProps) {
  const t = useTranslations('ui')
  if (shown === 0 && !previousHref) return null
  const text =
    total === undefined ? t('rowsOnly', { shown }) : isTotalExact ? t('rowsShown', { shown, total }) : t('rowsAtLeast', { shown, total })
  return (
    <nav className="pager" aria-label={t('pages')}>
      <span>{text}</span>
      {previousHref ? (
        <Link href={previousHref} rel="prev" prefetch={false}>
          {t('previousPage')}
        </Link>
      ) : null}
      {nextHref ? (
        <Link href={nextHref} rel="next" prefetch={false}>
          {t('nextPage')}
        </Link>
      ) : null}
    </nav>
  )
}
