import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Figures } from '@/ui/figures'
import { MoneyList } from '@/ui/money-list'
import type { Tone } from '@/ui/status-mark'
import type { TrackerFigure } from '../queries/find-tracker-figure'

export type HomeFigure = { key: string; term: string; figure: TrackerFigure; of: 'amount' | 'open' | 'atRisk'; tone?: Tone }

type FigureRowProps = { items: readonly HomeFigure[] }

/** Sums with their counts; each opens the rows it was added up from. */
export function FigureRow({ items }: FigureRowProps) {
  const t = useTranslations('reports')
  return (
    <Figures
      items={items.map(({ key, term, figure, of, tone }) => ({
        key,
        term,
        ...(tone && figure.count > 0 ? { tone } : {}),
        value: <FigureLink figure={figure} of={of} />,
        note: t('home.deductions', { count: figure.count }),
      }))}
    />
  )
}

type FigureLinkProps = { figure: TrackerFigure; of: HomeFigure['of'] }

function FigureLink({ figure, of }: FigureLinkProps) {
  const amounts = figure.totals.map((total) => total[of]).filter((amount) => amount.minor !== 0n)
  return (
    <Link href={figure.href} prefetch={false}>
      {amounts.length === 0 ? 0 : <MoneyList values={amounts} rounded />}
    </Link>
  )
}
