import type { useTranslations } from 'next-intl'
import type { Column } from '@/ui/data-table/data-table'
import { InstantText } from '@/ui/date-text'
import { StatusMark } from '@/ui/status-mark'
import type { NewsRow } from '../queries/find-news'
import { newsHref } from '../rules/news'
import { NewsLink } from './news-link'

type Texts = ReturnType<typeof useTranslations<'news'>>

/** The columns of the list of news. */
export function newsColumns(t: Texts): Column<NewsRow>[] {
  return [
    {
      key: 'what',
      title: t('what'),
      look: 'wrap',
      cell: (row) => (
        <NewsLink newsId={row.id} href={newsHref(row)}>
          {t(`kind.${row.kind}`, { who: row.who ?? t('system'), label: row.label, count: row.count })}
        </NewsLink>
      ),
    },
    { key: 'customer', title: t('customer'), look: 'quiet', hide: 'phone', cell: (row) => row.customerName ?? '–' },
    { key: 'when', title: t('when'), look: 'quiet', cell: (row) => <InstantText value={row.happenedAt} /> },
    {
      key: 'state',
      title: t('state'),
      cell: (row) => <StatusMark shape={row.isRead ? 'none' : 'partly'}>{t(row.isRead ? 'read' : 'unread')}</StatusMark>,
    },
  ]
}
