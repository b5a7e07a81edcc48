import { type CalendarDate, isoWeekStart } from '@/core/calendar-date'

/** Lists that can be kept as a view, with their address. */
export const VIEW_PAGES = {
  deductions: '/deductions',
  invoices: '/invoices',
  payments: '/payments',
  orders: '/orders',
  reconciliation: '/reconciliation',
  tasks: '/tasks',
  disputes: '/disputes',
} as const
export type ViewPage = keyof typeof VIEW_PAGES
export const VIEW_PAGE_KEYS = Object.keys(VIEW_PAGES) as [ViewPage, ...ViewPage[]]

export const RHYTHMS = ['daily', 'weekly'] as const
export type Rhythm = (typeof RHYTHMS)[number]

/** Parameter of the address that says which view is open. */
export const VIEW_PARAM = 'v'
/** Its value for the list as it comes, where a role has a view of its own. */
export const STANDARD_VIEW = 'standard'

/** From this hour of the company's day mails of the day leave. */
const MAIL_HOUR = 7
/** Where a list is being read, which is no part of the view. */
const PLACES: readonly string[] = [VIEW_PARAM, 'peek', 'after', 'before', 'at', 'page']

/**
 * What a view keeps of an address, in one spelling: filters, sort, columns and tab by name, without the place in the list.
 * Two addresses show the same view exactly when these texts are equal.
 */
export function viewQuery(params: Iterable<readonly [string, string]>): string {
  const kept = [...params].filter(([key, value]) => value !== '' && !PLACES.includes(key))
  // Values of one key keep their order: columns and sort keys are ordered.
  kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return new URLSearchParams(kept.map(([key, value]) => [key, value])).toString()
}

/** Address of a view; null is the list as it comes. */
export function viewHref(page: ViewPage, view: { id: string; query: string } | null): string {
  if (view === null) return `${VIEW_PAGES[page]}?${VIEW_PARAM}=${STANDARD_VIEW}`
  return `${VIEW_PAGES[page]}?${[view.query, `${VIEW_PARAM}=${view.id}`].filter((part) => part !== '').join('&')}`
}

type Subscription = { rhythm: Rhythm; doneOn: CalendarDate | null }

/**
 * Whether the mail of a subscription should leave: the first one at once, then each morning or each Monday, later when that was missed.
 * `hour` is of the company's day, 0 to 23.
 */
export function isMailDue({ rhythm, doneOn }: Subscription, today: CalendarDate, hour: number): boolean {
  if (doneOn === null) return true
  const dueSince = rhythm === 'daily' ? today : isoWeekStart(today)
  return doneOn < dueSince && (dueSince < today || hour >= MAIL_HOUR)
}
