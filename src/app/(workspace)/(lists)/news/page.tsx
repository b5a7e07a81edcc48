import { getTranslations } from 'next-intl/server'
import { findNews } from '@/features/news/queries/find-news'
import { NEWS_TABS, NewsFilter } from '@/features/news/schemas'
import { newsColumns } from '@/features/news/ui/news-columns'
import { NewsMailChoice } from '@/features/news/ui/news-mail-choice'
import { ReadAllButton } from '@/features/news/ui/read-all-button'
import { requireActor } from '@/server/session'
import { DataTable } from '@/ui/data-table/data-table'
import { NumberedList } from '@/ui/data-table/numbered-list'
import { EmptyState } from '@/ui/empty-state'
import type { SearchParams } from '@/ui/page-address'

type NewsPageProps = { searchParams: Promise<SearchParams> }

/** What others did that concerns the reader. */
export default async function NewsPage({ searchParams }: NewsPageProps) {
  const actor = await requireActor()
  const params = await searchParams
  const filter = NewsFilter.parse(params)
  const [t, news] = await Promise.all([getTranslations('news'), findNews(actor, filter)])
  const total = news.counts[filter.tab]
  return (
    <NumberedList
      title={t('title')}
      path="/news"
      params={params}
      tabs={{
        name: 'tab',
        current: filter.tab,
        tabs: NEWS_TABS.map((tab) => ({ key: tab, label: t(`tab.${tab}`), count: news.counts[tab] })),
      }}
      filters={[]}
      tools={
        <>
          {news.counts.unread > 0 && <ReadAllButton />}
          <NewsMailChoice newsMail={news.newsMail} />
        </>
      }
      place={{ page: filter.page, shown: news.rows.length, total }}
      summary={<b>{t('count', { count: total })}</b>}
    >
      <DataTable
        name={t('title')}
        columns={newsColumns(t)}
        rows={news.rows}
        rowKey={(row) => row.id}
        empty={<EmptyState>{t(`empty.${filter.tab}`)}</EmptyState>}
      />
    </NumberedList>
  )
}
