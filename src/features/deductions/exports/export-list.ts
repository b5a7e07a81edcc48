import type { Actor } from '@/core/actor'
import { readConditions } from '@/core/list-conditions'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import type { ListCell } from '@/formats/write-list'
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
import { EXPORT_CELLS } from './export-cells'
import { type ExportedList, type ExportInput, type ExportProgress, paramsOf, sayFilters, textsOf, writeExport } from './write-export'

const PAGE_ROWS = 2_000

/** The tracker as somebody sees it: the same columns in the same order, rows, sort and words, with a sheet that says what it is. */
export async function exportList(actor: Actor, input: ExportInput, progress: ExportProgress): Promise<ExportedList> {
  const t = textsOf(input.locale, 'deductions')
  const filter = readTrackerFilter({ ...paramsOf(input.query), after: '' })
  const first = await findDeductions(actor, { ...filter, limit: PAGE_ROWS })
  const { count } = first.isAtLeast ? await countExactly(actor, filter, companyToday()) : first
  let written = 0
  async function* pages() {
    for (let page = first; ; page = await findDeductions(actor, { ...filter, limit: PAGE_ROWS, after: page.nextAfter })) {
      const cells = page.rows.map((row): ListCell[] => [
        ...input.columns.map(
          (key) => EXPORT_CELLS[key]?.({ row, priority: page.priorities.get(row.id), t, locale: input.locale }) ?? BLANK,
        ),
        { kind: 'text', text: row.amount.currency },
      ])
      written += cells.length
      yield cells
      await progress(written, count)
      if (page.nextAfter === null) return
    }
  }
  return writeExport(actor, input, {
    title: t('title'),
    tab: t(`tab.${filter.tab}`),
    path: '/deductions',
    said: await sayTracker(actor, filter, first, input.locale),
    sortedBy: [`${filter.sort}:${filter.direction}`, ...filter.then].join(', '),
    titles: [...input.columns.map((key) => t(`column.${key}`)), textsOf(input.locale, 'ui.export')('currency')],
    pages: pages(),
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

const BLANK: ListCell = { kind: 'text', text: '' }
