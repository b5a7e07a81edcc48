import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { money } from '@/core/money'
import { type Column, DataTable } from '@/ui/data-table/data-table'
import { MoneyText } from '@/ui/money-text'
import { Section } from '@/ui/section'
import { Tag } from '@/ui/tag'
import type { Hit, HitKind } from '../queries/find-anything'
import { hitHref } from './hit-href'

type SearchResultsProps = { kind: HitKind; hits: readonly Hit[] }

/** The hits of one kind; an exact one is marked. */
export function SearchResults({ kind, hits }: SearchResultsProps) {
  const t = useTranslations('reports')
  const amount: Column<Hit> = {
    key: 'amount',
    title: t('search.amount'),
    align: 'right',
    cell: (hit) => (hit.amountMinor === null || hit.currency === null ? null : <MoneyText value={money(hit.amountMinor, hit.currency)} />),
  }
  const customer: Column<Hit> = { key: 'customer', title: t('home.customer'), look: 'quiet', cell: (hit) => hit.customer ?? '–' }
  return (
    <Section title={t(`search.kind.${kind}`)} note={String(hits.length)}>
      <DataTable
        kind="section"
        name={t(`search.kind.${kind}`)}
        rows={hits}
        rowKey={(hit) => `${hit.target} ${hit.customerCode ?? ''}`}
        columns={[
          {
            key: 'label',
            title: t('search.number'),
            look: 'key',
            cell: (hit) => (
              <span className="row">
                <Link href={hitHref(hit)} prefetch={false}>
                  {hit.label}
                </Link>
                {hit.isExact && <Tag>{t('search.exact')}</Tag>}
                {hit.isNear && <Tag>{t('search.near')}</Tag>}
              </span>
            ),
          },
          ...(kind === 'customer' ? [] : [customer]),
          ...(kind === 'claim' ? [amount] : []),
        ]}
      />
    </Section>
  )
}
