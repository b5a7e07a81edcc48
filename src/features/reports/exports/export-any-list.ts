import * as z from 'zod'
import type { Actor } from '@/core/actor'
import { type ListAddress, readListAddress } from '@/core/list-address'
import { readConditions } from '@/core/list-conditions'
import { fieldsOf, type ListColumn, type ListRow, type ListShape } from '@/core/list-shape'
import { minorDigits, scaledToText } from '@/core/money'
import { Refusal } from '@/core/refusal'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import {
  type ExportedList,
  ExportInput,
  type ExportProgress,
  paramsOf,
  sayFilters,
  textsOf,
  writeExport,
} from '@/features/deductions/exports/write-export'
import { findAssignees } from '@/features/deductions/queries/find-assignees'
import { orderCellText } from '@/features/orders/ui/order-cell-text'
import { differenceCellText } from '@/features/reconciliation/ui/difference-cell-text'
import { taskCellText } from '@/features/tasks/ui/task-cell-text'
import type { ListCell, ListLine } from '@/formats/write-list'
import type { Locale } from '@/i18n/locale'
import { companyToday } from '@/server/clock'
import { countListExactly } from '@/server/lists/count-list'
import { findListBatch } from '@/server/lists/find-list'
import { sayConditions } from '@/ui/filter-condition'
import { type AllTexts, conditionFields, type ListNames, wordOf } from '@/ui/list-kit/list-words'
import { quickFilters } from '@/ui/list-kit/quick-filters'
import { listSource } from '../queries/list-sources'

const PAGE_ROWS = 2_000

export const ListExportInput = ExportInput.extend({ list: z.string().max(40) })
type ListExportInput = z.output<typeof ListExportInput>

/** Any list as somebody sees it: the same columns in the same order, rows, sort and words. */
export async function exportAnyList(actor: Actor, input: ListExportInput, progress: ExportProgress): Promise<ExportedList> {
  const source = listSource(actor, input.list)
  if (!source) throw new Refusal('not-allowed')
  const { shape } = source
  const t = textsOf(input.locale)
  const address = { ...readListAddress(shape, paramsOf(input.query)), limit: PAGE_ROWS }
  const columns = input.columns.flatMap((key) => shape.columns.filter((column) => column.key === key && column.isField !== true))
  const { count } = await countListExactly(source, actor, address, companyToday())
  async function* pages() {
    let written = 0
    for (let after: string | null = ''; after !== null; ) {
      const batch: Awaited<ReturnType<typeof findListBatch>> = await findListBatch(
        source as NonNullable<typeof source>,
        actor,
        address,
        after === '' ? {} : { after },
      )
      yield batch.rows.map(
        (row): ListLine => ({
          cells: [...columns.map((column) => cellOf(shape.key, column, row, t)), { kind: 'text', text: row.currency }],
        }),
      )
      written += batch.rows.length
      await progress(written, count)
      after = batch.after
    }
  }
  return writeExport(actor, input, {
    title: t(shape.title),
    tab: shape.tabs === undefined ? '' : t(`${shape.tabs.words}.${address.tab}`),
    path: shape.path,
    said: await sayList(actor, shape, address, input.locale),
    sortedBy: [address.sort, ...address.then].map(({ key, direction }) => `${key}:${direction}`).join(', '),
    titles: [...columns.map((column) => t(column.title)), t('ui.export.currency')],
    pages: pages(),
  })
}

async function sayList(actor: Actor, shape: ListShape, address: ListAddress, locale: Locale): Promise<string[]> {
  const t = textsOf(locale)
  const [customers, people] = await Promise.all([findCustomerNames(actor), findAssignees(actor)])
  const names: ListNames = {
    customers: customers.map(({ code, name }) => ({ value: code, label: name })),
    people: people.map(({ id, name }) => ({ value: id, label: name })),
  }
  const said = sayFilters(quickFilters(shape, address, t, names))
  const conditions = address.where === '' ? null : readConditions(address.where, fieldsOf(shape))
  if (conditions === null) return said
  return [...said, sayConditions(conditions, conditionFields(shape, t, names), textsOf(locale, 'ui.condition'), locale)]
}

// Cells whose kind does not say what they show.
const OWN_TEXTS: Readonly<Record<string, (key: string, row: ListRow, t: AllTexts) => string | undefined>> = {
  orders: orderCellText,
  reconciliation: differenceCellText,
  tasks: taskCellText,
}

function cellOf(list: string, column: ListColumn, row: ListRow, t: AllTexts): ListCell {
  const own = OWN_TEXTS[list]?.(column.key, row, t)
  if (own !== undefined) return { kind: 'text', text: own }
  const text = row.cells[column.key] ?? ''
  if (text === '') return { kind: 'text', text }
  switch (column.kind) {
    case 'money': {
      const digits = minorDigits(row.currency)
      return { kind: 'money', text: scaledToText(BigInt(text), digits), currency: row.currency, digits }
    }
    case 'number':
      return { kind: 'number', text: scaledToText(BigInt(text), column.scale ?? 0) }
    case 'date':
    case 'deadline':
      return { kind: 'date', text }
    case 'choice':
      return { kind: 'text', text: wordOf(column, text, t) }
    case 'several':
      return {
        kind: 'text',
        text: text
          .split(',')
          .map((one) => wordOf(column, one, t))
          .join(t('ui.list.comma')),
      }
    case 'instant':
    case 'text':
      return { kind: 'text', text }
  }
}
