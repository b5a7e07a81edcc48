import * as z from 'zod'
import type { Actor } from '@/core/actor'
import { joinedParams } from '@/core/joined-params'
import { type ListAddress, readListAddress } from '@/core/list-address'
import { readConditions } from '@/core/list-conditions'
import { fieldsOf, groupColumns, type ListShape } from '@/core/list-shape'
import { Refusal } from '@/core/refusal'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import {
  type ExportedList,
  ExportInput,
  type ExportProgress,
  sayFilters,
  textsOf,
  writeExport,
} from '@/features/deductions/exports/write-export'
import { findAssignees } from '@/features/deductions/queries/find-assignees'
import { findTeamPeople } from '@/features/tasks/queries/find-team-people'
import type { Locale } from '@/i18n/locale'
import { companyToday } from '@/server/clock'
import { countListExactly } from '@/server/lists/count-list'
import { sayConditions } from '@/ui/filter-condition'
import { conditionFields, type ListNames } from '@/ui/list-kit/list-words'
import { quickFilters } from '@/ui/list-kit/quick-filters'
import { listSource } from '../queries/list-sources'
import { groupedListLines, type ListScribe, listLines } from './any-list-lines'

const PAGE_ROWS = 2_000

export const ListExportInput = ExportInput.extend({ list: z.string().max(40) })
type ListExportInput = z.output<typeof ListExportInput>

/** Any list as somebody sees it: the same columns in the same order, rows, sort and words. */
export async function exportAnyList(actor: Actor, input: ListExportInput, progress: ExportProgress): Promise<ExportedList> {
  const source = listSource(actor, input.list)
  if (!source) throw new Refusal('not-allowed')
  const { shape } = source
  const t = textsOf(input.locale)
  const address = { ...readListAddress(shape, joinedParams(new URLSearchParams(input.query))), limit: PAGE_ROWS }
  const by = groupColumns(shape).find(({ key }) => key === address.group)
  const columns = input.columns.flatMap((key) =>
    shape.columns.filter((column) => column.key === key && column.isField !== true && column !== by),
  )
  const { count } = await countListExactly(source, actor, address, companyToday())
  const names = await findNames(actor)
  const scribe: ListScribe = { source, actor, t, columns, names, progress: (done) => progress(done, count) }
  return writeExport(actor, input, {
    title: t(shape.title),
    tab: shape.tabs === undefined ? '' : t(`${shape.tabs.words}.${address.tab}`),
    path: shape.path,
    said: sayList(shape, address, names, input.locale),
    sortedBy: [address.sort, ...address.then].map(({ key, direction }) => `${key}:${direction}`).join(', '),
    titles: [...(by === undefined ? [] : [by]), ...columns].map((column) => t(column.title)).concat(t('ui.export.currency')),
    pages: by === undefined ? listLines(scribe, address) : groupedListLines(scribe, address),
    ...(by !== undefined && { groupedBy: t(by.title) }),
  })
}

async function findNames(actor: Actor): Promise<ListNames> {
  const [customers, deciders, teams] = await Promise.all([findCustomerNames(actor), findAssignees(actor), findTeamPeople()])
  const people = new Map([...deciders, ...teams].map(({ id, name }) => [id, name]))
  return {
    customers: customers.map(({ code, name }) => ({ value: code, label: name })),
    people: [...people].map(([value, label]) => ({ value, label })),
  }
}

function sayList(shape: ListShape, address: ListAddress, names: ListNames, locale: Locale): string[] {
  const t = textsOf(locale)
  const said = sayFilters(quickFilters(shape, address, t, names))
  const conditions = address.where === '' ? null : readConditions(address.where, fieldsOf(shape))
  if (conditions === null) return said
  return [...said, sayConditions(conditions, conditionFields(shape, t, names), textsOf(locale, 'ui.condition'), locale)]
}
