import { hrefWith } from '@/ui/page-address'
import type { ReportWeek } from '../rules/report-week'
import type { MovementKind } from '../schemas'

/** The report of a week in one currency. */
export function insightHref(week: ReportWeek, currency: string): string {
  return hrefWith('/insight', {}, { week: week.label, currency })
}

/** The rows behind a figure of the report. */
export function movementsHref(kind: MovementKind, week: ReportWeek, currency: string): string {
  return hrefWith('/insight/rows', {}, { kind, week: week.label, currency })
}

/** The tracker narrowed to what was taken in the week; its total is the figure that was pressed. */
export function takenHref(week: ReportWeek, currency: string, narrowed: Readonly<Record<string, string>> = {}): string {
  return hrefWith('/deductions', {}, { tab: 'all', from: week.from, to: week.to, currency, ...narrowed })
}
