import { getLocale, getTranslations } from 'next-intl/server'
import { readConditions } from '@/core/list-conditions'
import type { CustomerName } from '@/features/customers/queries/find-customer-names'
import type { CauseRow } from '@/features/deductions/queries/find-causes'
import { TRACKER_FIELDS } from '@/features/deductions/rules/tracker-fields'
import type { TrackerFilter } from '@/features/deductions/schemas'
import { trackerConditionFields } from '@/features/deductions/ui/tracker-condition-fields'
import { TrackerFacetMenu } from '@/features/deductions/ui/tracker-facet-menu'
import { FilterBuilder } from '@/ui/filter-builder'
import { paramOf, type SearchParams } from '@/ui/page-address'

type TrackerBuilderProps = {
  path: string
  params: SearchParams
  filter: TrackerFilter
  customers: readonly CustomerName[]
  causes: readonly CauseRow[]
  people: readonly { id: string; name: string }[]
}

/** Counts of every value, and conditions over any field, beside the quick filters. */
export async function TrackerBuilder({ path, params, filter, customers, causes, people }: TrackerBuilderProps) {
  const [t, locale] = await Promise.all([getTranslations('deductions'), getLocale()])
  return (
    <>
      <TrackerFacetMenu path={path} params={params} />
      <FilterBuilder
        path={path}
        params={params}
        group={readConditions(filter.where, TRACKER_FIELDS)}
        isUnread={paramOf(params, 'where') !== undefined && filter.where === ''}
        fields={trackerConditionFields({ t, customers, causes, people, locale })}
      />
    </>
  )
}
