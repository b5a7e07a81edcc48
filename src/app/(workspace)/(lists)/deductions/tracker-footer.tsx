import { Suspense } from 'react'
import type { Actor } from '@/core/actor'
import type { TrackerPage } from '@/features/deductions/queries/find-deductions'
import { countExactly } from '@/features/deductions/queries/tracker-counts'
import type { TrackerFilter } from '@/features/deductions/schemas'
import { TrackerTotals } from '@/features/deductions/ui/tracker-totals'
import { companyToday } from '@/server/clock'

type TrackerFooterProps = { actor: Actor; filter: TrackerFilter; page: TrackerPage }

/** Count and sums of the filtered set. Where counting all of it would keep the rows waiting, it is finished a moment after them. */
export function TrackerFooter({ actor, filter, page }: TrackerFooterProps) {
  if (!page.isAtLeast) return <TrackerTotals count={page.count} totals={page.totals} />
  return (
    <Suspense fallback={<TrackerTotals count={page.count} totals={[]} isAtLeast />}>
      <ExactTotals actor={actor} filter={filter} />
    </Suspense>
  )
}

type ExactTotalsProps = { actor: Actor; filter: TrackerFilter }

async function ExactTotals({ actor, filter }: ExactTotalsProps) {
  const { count, totals } = await countExactly(actor, filter, companyToday())
  return <TrackerTotals count={count} totals={totals} />
}
