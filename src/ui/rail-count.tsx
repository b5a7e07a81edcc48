import { useLocale } from 'next-intl'
import { use } from 'react'
import { formatNumber } from '@/i18n/formats'

export type RailCounts = Readonly<Record<string, { count: number; isAlarming?: boolean } | undefined>>

type RailCountProps = { counts: Promise<RailCounts>; item: string }

/** The number behind a place of the rail; waits for its query, so wrap it in a Suspense. */
export function RailCount({ counts, item }: RailCountProps) {
  const locale = useLocale()
  const own = use(counts)[item]
  if (own === undefined || own.count === 0) return null
  return <b className={own.isAlarming ? 'over' : undefined}>{formatNumber(own.count, locale)}</b>
}
