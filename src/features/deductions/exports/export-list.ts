import type { Actor } from '@/core/actor'
import { joinedParams } from '@/core/joined-params'
import { readConditions } from '@/core/list-conditions'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import type { Locale } from '@/i18n/locale'
import { companyToday } from '@/server/clock'
import { sayConditions } from '@/ui/filter-condition'
import { findAssignees } from '../queries/find-assignees'
import { findCauses } from '../queries/find-causes'
import { findDeductions, type TrackerPage } from '../queries/find-deductions'
import { countExactly } from '../queries/tracker-counts'
import { TRACKER_FIELDS } from '../rules/tracker-fields'
import { readTrackerFilter, type TrackerFilter } from '../schemas'
import { trackerConditionFields } from '../ui/tracker-condition-fields'
import { trackerFilters } from '../ui/tracker-filters'
import { groupedLines, type TrackerScribe, trackerLines } from './tracker-lines'
import { type ExportedList, type ExportInput, type ExportProgress, sayFilters, textsOf, writeExport } from './write-export'

/** The tracker as somebody sees it: the same columns in the same order, rows, sort, groups and words, with a sheet that says what it is. */
export async function exportList(actor: Actor, input: ExportInput, progress: ExportProgress): Promise<ExportedList> {
  const t = textsOf(input.locale, 'deductions')
  const filter = readTrackerFilter({ ...joinedParams(new URLSearchParams(input.query)), after: '' })
  const first = await findDeductions(actor, { ...filter, limit: 1 })
  const { count } = first.isAtLeast ? await countExactly(actor, filter, companyToday()) : first
  const { group } = filter
  const columns = input.columns.filter((key) => key !== group)
  const scribe: TrackerScribe = { actor, t, locale: input.locale, columns, progress: (done) => progress(done, count) }
  const titles = [...columns.map((key) => t(`column.${key}`)), textsOf(input.locale, 'ui.export')('currency')]
  return writeExport(actor, input, {
    title: t('title'),
    tab: t(`tab.${filter.tab}`),
    path: '/deductions',
    said: await sayTracker(actor, filter, first, input.locale),
    sortedBy: [`${filter.sort}:${filter.direction}`, ...filter.then].join(', '),
    titles: group === '' ? titles : [t(`column.${group}`), ...titles],
    pages: group === '' ? trackerLines(scribe, filter) : groupedLines(scribe, filter, group),
    ...(group === '' ? {} : { groupedBy: t(`group.by.${group}`) }),
  })
}

async function sayTracker(actor: Actor, filter: TrackerFilter, found: TrackerPage, locale: Locale): Promise<string[]> {
  const [t, teams] = [textsOf(locale, 'deductions'), textsOf(locale, 'tasks')]
  const [customers, causes, people] = await Promise.all([findCustomerNames(actor), findCauses(), findAssignees(actor)])
  const filters = trackerFilters({
    t,
    filter,
    customers,
    causes,
    people,
    locale,
    teamName: (team) => teams(`teams.${team}`),
    notFound: found.notFound.length,
    isNear: found.isNear,
  })
  const conditions = readConditions(filter.where, TRACKER_FIELDS)
  if (conditions === null) return sayFilters(filters)
  const fields = trackerConditionFields({ t, customers, causes, people, locale })
  return [...sayFilters(filters), sayConditions(conditions, fields, textsOf(locale, 'ui.condition'), locale)]
}
