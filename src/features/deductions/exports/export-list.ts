import { createTranslator, type Messages } from 'use-intl/core'
import * as z from 'zod'
import type { Actor } from '@/core/actor'
import { readConditions } from '@/core/list-conditions'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import { ALL_MESSAGES } from '@/i18n/all-messages'
import { formatInstant } from '@/i18n/formats'
import type { Locale } from '@/i18n/locale'
import { companyToday, now } from '@/server/clock'
import { env } from '@/server/env'
import { sayConditions } from '@/ui/filter-condition'
import { findAssignees } from '../queries/find-assignees'
import { findCauses } from '../queries/find-causes'
import { findDeductions } from '../queries/find-deductions'
import { countExactly } from '../queries/tracker-counts'
import { TRACKER_FIELDS } from '../rules/tracker-fields'
import { readTrackerFilter } from '../schemas'
import { trackerConditionFields } from '../ui/tracker-condition-fields'
import { trackerFilters } from '../ui/tracker-filters'
import { EXPORT_CELLS, type ExportCell } from './export-cells'
import { writeListCsv, writeListWorkbook } from './write-list'

const PAGE_ROWS = 2_000

/** A list as its address says it, with the columns that show, to be written to a file in this language. */
export const ExportInput = z.strictObject({
  query: z.string().max(20_000),
  columns: z.array(z.string().max(40)).min(1).max(60),
  format: z.enum(['xlsx', 'csv']),
  locale: z.enum(['en', 'zh-CN']),
})
type ExportInput = z.output<typeof ExportInput>
const MEDIA_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

export type ExportedList = { content: Uint8Array<ArrayBuffer>; fileName: string; mediaType: string; rows: number }
type Progress = (done: number, total: number) => Promise<void>

/** The tracker as somebody sees it: the same columns in the same order, rows, sort and words, with a sheet that says what it is. */
export async function exportList(actor: Actor, input: ExportInput, progress: Progress): Promise<ExportedList> {
  const t = textsOf(input.locale, 'deductions')
  const filter = readTrackerFilter({ ...paramsOf(input.query), after: '' })
  const first = await findDeductions(actor, { ...filter, limit: PAGE_ROWS })
  const customers = await findCustomerNames(actor)
  const { count } = first.isAtLeast ? await countExactly(actor, filter, companyToday()) : first
  let written = 0
  async function* pages() {
    for (let page = first; ; page = await findDeductions(actor, { ...filter, limit: PAGE_ROWS, after: page.nextAfter })) {
      const cells = page.rows.map((row): ExportCell[] => [
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
  const [causes, people, teams] = [await findCauses(), await findAssignees(actor), textsOf(input.locale, 'tasks')]
  const said = trackerFilters({
    t,
    filter,
    customers,
    causes,
    people,
    locale: input.locale,
    teamName: (team) => teams(`teams.${team}`),
    notFound: first.notFound.length,
    isNear: first.isNear,
  })
    .filter(({ value }) => value !== undefined && value !== '')
    .map(
      ({ label, value, said: words, choices }) => `${label}: ${words ?? choices?.find((one) => one.value === value)?.label ?? value ?? ''}`,
    )
  const conditions = readConditions(filter.where, TRACKER_FIELDS)
  if (conditions !== null) {
    const fields = trackerConditionFields({ t, customers, causes, people, locale: input.locale })
    said.push(sayConditions(conditions, fields, textsOf(input.locale, 'ui.condition'), input.locale))
  }
  const list = {
    sheetName: t('title'),
    titles: [...input.columns.map((key) => t(`column.${key}`)), t('export.currency')],
    pages: pages(),
    about: {
      sheetName: t('export.about'),
      lines: (): [string, string][] => [
        [t('export.list'), `${t('title')}, ${t(`tab.${filter.tab}`)}`],
        [t('export.filters'), said.length === 0 ? t('export.noFilter') : said.join('; ')],
        [t('export.sortedBy'), [`${filter.sort}:${filter.direction}`, ...filter.then].join(', ')],
        [t('export.rows'), String(written)],
        [t('export.by'), actor.name],
        [t('export.at'), formatInstant(now(), input.locale, env().RECOUP_TIMEZONE, 'medium')],
        [t('export.address'), `${env().RECOUP_URL ?? ''}/deductions${input.query === '' ? '' : `?${input.query}`}`],
      ],
    },
  }
  const content = input.format === 'xlsx' ? await writeListWorkbook(list) : await writeListCsv(list)
  const day = now().toISOString().slice(0, 10)
  return { content, fileName: `${t('title')} ${day}.${input.format}`, mediaType: MEDIA_TYPES[input.format], rows: written }
}

const BLANK: ExportCell = { kind: 'text', text: '' }

function textsOf(locale: Locale, namespace: 'deductions' | 'tasks' | 'ui.condition') {
  const messages: Messages = ALL_MESSAGES[locale]
  const t = createTranslator({ locale, messages, namespace })
  return (key: string, values?: Record<string, string | number>) => t(key, values)
}

function paramsOf(query: string): Record<string, string | string[]> {
  const search = new URLSearchParams(query)
  return Object.fromEntries([...new Set(search.keys())].map((key) => [key, search.getAll(key).join(',')]))
}
