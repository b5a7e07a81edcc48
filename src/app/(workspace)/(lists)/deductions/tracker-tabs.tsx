import { getLocale, getTranslations } from 'next-intl/server'
import type { TrackerTabCount } from '@/features/deductions/queries/find-tracker-tabs'
import { formatNumber } from '@/i18n/formats'
import { ListTabs } from '@/ui/list-tabs'
import type { SearchParams } from '@/ui/page-address'

type TrackerTabsProps = { path: string; tabs: readonly TrackerTabCount[]; current: string; params: SearchParams }

/** The tabs of the tracker, each with how many and how much. */
export async function TrackerTabs({ path, tabs, current, params }: TrackerTabsProps) {
  const [t, locale] = await Promise.all([getTranslations('deductions'), getLocale()])
  return (
    <ListTabs
      path={path}
      params={params}
      name="tab"
      current={current}
      tabs={tabs.map(({ tab, count, totals, isAtLeast }) => ({
        key: tab,
        label: t(`tab.${tab}`),
        count: isAtLeast ? `≥ ${formatNumber(count, locale)}` : count,
        money: isAtLeast ? [] : totals.map((total) => total.amount),
      }))}
    />
  )
}
