import { addDays, type CalendarDate } from '@/core/calendar-date'

/** Where a deadline that runs lies from today; `none` where none is known. */
export const DEADLINES = ['overdue', 'week', 'month', 'none'] as const

/** How long a customer accepts disputes of a category, counted from an anchor date. Confirmed: a person read it in the customer's own papers. */
export type DisputeWindow = { category: string; days: number; anchor: string; source: string | null; isConfirmed: boolean }

export type DeadlineDates = {
  /** Day of the remittance the money was withheld from. */
  paidOn: CalendarDate | null
  invoicedOn: CalendarDate | null
  /** What a claim without an invoice counts from: the price fall it is about, else the claim itself. */
  eventOn: CalendarDate | null
  netDays: number | null
}

export type Deadline = { lastDay: CalendarDate; source: string }

/**
 * The last day to dispute: of the windows of the category, else of the defaults, the earliest last day = anchor + days. Of several
 * that sources state differently the strictest counts until a person confirms one; then only that one does. A window whose anchor date is unknown is passed over; null when none remains. Source: the customer's dispute windows.
 */
export function findDeadline(category: string, windows: readonly DisputeWindow[], dates: DeadlineDates): Deadline | null {
  const own = windows.filter((window) => window.category === category)
  const stated = own.length > 0 ? own : windows.filter((window) => window.category === 'default')
  const confirmed = stated.filter((window) => window.isConfirmed)
  const applicable = confirmed.length > 0 ? confirmed : stated
  const deadlines = applicable.flatMap((window) => {
    const anchor = anchorDate(window.anchor, dates)
    if (anchor === null) return []
    const rule = `${window.category}: ${window.days} days from ${window.anchor} ${anchor}`
    return [{ lastDay: addDays(anchor, window.days), source: window.source ? `${rule} (${window.source})` : rule }]
  })
  return deadlines.sort((a, b) => (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0))[0] ?? null
}

function anchorDate(anchor: string, dates: DeadlineDates): CalendarDate | null {
  if (anchor === 'payment') return dates.paidOn
  if (anchor === 'invoice') return dates.invoicedOn ?? dates.eventOn
  if (anchor === 'invoiceDue' && dates.invoicedOn !== null && dates.netDays !== null) return addDays(dates.invoicedOn, dates.netDays)
  return null
}
