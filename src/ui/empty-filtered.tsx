import { useTranslations } from 'next-intl'
import { EmptyState } from './empty-state'
import { LinkButton } from './link-button'

type EmptyFilteredProps = {
  /** The list without its filters. */
  href: string
}

/** What a list says whose filters leave nothing of it, with the way out. */
export function EmptyFiltered({ href }: EmptyFilteredProps) {
  const t = useTranslations('ui.list')
  return <EmptyState action={<LinkButton href={href}>{t('showAll')}</LinkButton>}>{t('emptyFiltered')}</EmptyState>
}
