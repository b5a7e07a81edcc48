import type { Actor } from '@/core/actor'
import type { ListAddress } from '@/core/list-address'
import { type ListSum, sumOfGroups } from '@/core/list-groups'
import { groupColumns, type ListColumn, type ListRow } from '@/core/list-shape'
import { minorDigits, scaledToText } from '@/core/money'
import { linesOfGroups, moneyCell } from '@/features/deductions/exports/lines-of-groups'
import { orderCellText } from '@/features/orders/ui/order-cell-text'
import { differenceCellText } from '@/features/reconciliation/ui/difference-cell-text'
import { taskCellText } from '@/features/tasks/ui/task-cell-text'
import type { ListCell, ListLine } from '@/formats/write-list'
import { findListBatch } from '@/server/lists/find-list'
import { addressOfGroup, findListGroups } from '@/server/lists/find-list-groups'
import type { ListSource } from '@/server/lists/list-source'
import { type AllTexts, type ListNames, valueWord, wordOf } from '@/ui/list-kit/list-words'

/** Who writes which columns of a list, in which words, and how it tells how far it is. */
export type ListScribe = {
  source: ListSource
  actor: Actor
  t: AllTexts
  columns: readonly ListColumn[]
  names: ListNames
  progress: (done: number) => Promise<void>
}

/** Every row that an address shows, page by page, in its order. */
export async function* listLines(scribe: ListScribe, address: ListAddress): AsyncGenerator<ListLine[]> {
  let written = 0
  for await (const rows of cellsOf(scribe, address)) {
    written += rows.length
    yield rows.map((cells) => ({ cells }))
    await scribe.progress(written)
  }
}

/** The groups of an address, each headed by its subtotals per currency, its rows below; at the end the sums of all groups. */
export async function* groupedListLines(scribe: ListScribe, address: ListAddress): AsyncGenerator<ListLine[]> {
  const { source, actor, t, names } = scribe
  const groups = await findListGroups(source, actor, address)
  const column = groupColumns(source.shape).find(({ key }) => key === address.group)
  const linesOf = (name: string, count: number, sums: readonly ListSum[]) =>
    (sums.length === 0 ? [{ currency: '', count, sums: {} }] : sums).map((sum) => sumLine(scribe, name, sum))
  yield* linesOfGroups({
    groups,
    nameOf: ({ key }) => (column === undefined ? key : valueWord(column, key, t, names)),
    headOf: ({ count, sums }, name) => linesOf(name, count, sums),
    rowsOf: ({ key }) => cellsOf(scribe, addressOfGroup(address, key)),
    foot: linesOf(
      t('ui.group.total'),
      groups.reduce((all, { count }) => all + count, 0),
      sumOfGroups(groups),
    ),
    progress: scribe.progress,
  })
}

async function* cellsOf({ source, actor, t, columns }: ListScribe, address: ListAddress): AsyncGenerator<ListCell[][]> {
  const { key } = source.shape
  for (let after: string | null = ''; after !== null; ) {
    const batch: Awaited<ReturnType<typeof findListBatch>> = await findListBatch(source, actor, address, after === '' ? {} : { after })
    yield batch.rows.map((row) => [...columns.map((column) => cellOf(key, column, row, t)), { kind: 'text', text: row.currency }])
    after = batch.after
  }
}

// How many there are stands in the first column of the list, each sum in the column it is the sum of.
function sumLine({ t, columns }: ListScribe, name: string, { currency, count, sums }: ListSum): ListLine {
  const cells = columns.map(({ key }, at): ListCell => {
    const sum = sums[key]
    if (sum !== undefined) return moneyCell(sum)
    return { kind: 'text', text: at === 0 ? t('ui.group.counted', { count }) : '' }
  })
  return { cells: [{ kind: 'text', text: name }, ...cells, { kind: 'text', text: currency }], of: 'group' }
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
