import type { Actor } from '@/core/actor'
import { add } from '@/core/money'
import type { ListCell, ListLine } from '@/formats/write-list'
import { findDeductions } from '../queries/find-deductions'
import { findTrackerGroups, type TrackerGroupRow } from '../queries/find-tracker-groups'
import type { TrackerTotal } from '../queries/tracker-tally'
import type { TrackerGroup } from '../rules/tracker-sorts'
import type { TrackerFilter } from '../schemas'
import { groupName } from '../ui/group-name'
import type { Texts } from '../ui/texts'
import { EXPORT_CELLS } from './export-cells'
import { linesOfGroups, moneyCell } from './lines-of-groups'

const PAGE_ROWS = 2_000
const BLANK: ListCell = { kind: 'text', text: '' }

/** Who writes which columns of the tracker, in which language, and how it tells how far it is. */
export type TrackerScribe = {
  actor: Actor
  t: Texts
  locale: string
  columns: readonly string[]
  progress: (done: number) => Promise<void>
}

/** Every row that a filter shows, page by page, in its order. */
export async function* trackerLines(scribe: TrackerScribe, filter: TrackerFilter): AsyncGenerator<ListLine[]> {
  let written = 0
  for await (const rows of cellsOf(scribe, filter)) {
    written += rows.length
    yield rows.map((cells) => ({ cells }))
    await scribe.progress(written)
  }
}

/** The groups of a filter, each headed by its subtotals per currency, its rows below; at the end the sums of all groups. */
export async function* groupedLines(scribe: TrackerScribe, filter: TrackerFilter, by: TrackerGroup): AsyncGenerator<ListLine[]> {
  const { actor, t } = scribe
  const groups = await findTrackerGroups(actor, filter, by)
  yield* linesOfGroups({
    groups,
    nameOf: (group) => groupName(group, by, t),
    headOf: (group, name) => group.totals.map((total) => sumLine(scribe, name, total)),
    rowsOf: (group) => cellsOf(scribe, { ...filter, [by]: [group.key], group: '', after: '' }),
    foot: sumOfGroups(groups).map((total) => sumLine(scribe, t('total'), total)),
    progress: scribe.progress,
  })
}

async function* cellsOf({ actor, t, locale, columns }: TrackerScribe, filter: TrackerFilter): AsyncGenerator<ListCell[][]> {
  for (let after: string | null = filter.after; after !== null; ) {
    const page: Awaited<ReturnType<typeof findDeductions>> = await findDeductions(actor, { ...filter, limit: PAGE_ROWS, after })
    yield page.rows.map((row) => [
      ...columns.map((key) => EXPORT_CELLS[key]?.({ row, priority: page.priorities.get(row.id), t, locale }) ?? BLANK),
      { kind: 'text', text: row.amount.currency },
    ])
    after = page.nextAfter
  }
}

// How many there are stands in the first column of the list, each sum in the column it is the sum of.
function sumLine({ t, columns }: TrackerScribe, name: string, total: TrackerTotal): ListLine {
  const sums: Readonly<Record<string, ListCell>> = { amount: moneyCell(total.amount), risk: moneyCell(total.atRisk) }
  const cells = columns.map(
    (key, at) => sums[key] ?? (at === 0 ? { kind: 'text' as const, text: t('group.rows', { count: total.count }) } : BLANK),
  )
  return { cells: [{ kind: 'text', text: name }, ...cells, { kind: 'text', text: total.currency }], of: 'group' }
}

function sumOfGroups(groups: readonly TrackerGroupRow[]): TrackerTotal[] {
  const sums = new Map<string, TrackerTotal>()
  for (const total of groups.flatMap(({ totals }) => totals)) {
    const so = sums.get(total.currency)
    sums.set(total.currency, so === undefined ? total : plus(so, total))
  }
  return [...sums.values()]
}

function plus(a: TrackerTotal, b: TrackerTotal): TrackerTotal {
  return {
    currency: a.currency,
    count: a.count + b.count,
    amount: add(a.amount, b.amount),
    open: add(a.open, b.open),
    atRisk: add(a.atRisk, b.atRisk),
  }
}
