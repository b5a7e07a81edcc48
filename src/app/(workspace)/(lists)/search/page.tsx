import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { findAnything, HIT_KINDS, onlyExact } from '@/features/reports/queries/find-anything'
import { hitHref } from '@/features/reports/ui/hit-href'
import { SearchResults } from '@/features/reports/ui/search-results'
import { requireActor } from '@/server/session'
import { EmptyState } from '@/ui/empty-state'
import { paramOf, type SearchParams } from '@/ui/page-address'
import { PageTitle } from '@/ui/page-title'
import { SearchBox } from '@/ui/search-box'

type SearchPageProps = { searchParams: Promise<SearchParams> }

/** A number that names one thing leads straight to it; anything else shows what carries it. */
export default async function SearchPage({ searchParams }: SearchPageProps) {
  const actor = await requireActor()
  const text = (paramOf(await searchParams, 'q') ?? '').trim().slice(0, 200)
  const [t, shell, hits] = await Promise.all([getTranslations('reports'), getTranslations('shell'), findAnything(actor, text)])
  const address = onlyExact(hits, hitHref)
  if (address !== null) redirect(address)
  return (
    <div className="page">
      <PageTitle>{text === '' ? shell('search') : t('search.title', { text })}</PageTitle>
      <SearchBox action="/search" label={shell('search')} placeholder={shell('searchPlaceholder')} defaultValue={text} />
      {hits.length === 0 && <EmptyState>{text === '' ? t('search.start') : t('search.nothing', { text })}</EmptyState>}
      {HIT_KINDS.map((kind) => ({ kind, found: hits.filter((hit) => hit.kind === kind) }))
        .filter(({ found }) => found.length > 0)
        .map(({ kind, found }) => (
          <SearchResults key={kind} kind={kind} hits={found} />
        ))}
    </div>
  )
}
