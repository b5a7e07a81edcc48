import { type Money, minorDigits, toDecimalText } from '@/core/money'
import type { ListCell, ListLine } from '@/formats/write-list'

type GroupedList<Group> = {
  groups: readonly Group[]
  nameOf: (group: Group) => string
  /** The head of a group: its subtotals, one line per currency. */
  headOf: (group: Group, name: string) => ListLine[]
  /** Its rows, page by page. */
  rowsOf: (group: Group) => AsyncIterable<readonly (readonly ListCell[])[]>
  /** The sums of all groups. */
  foot: ListLine[]
  progress: (done: number) => Promise<void>
}

/** The groups of a list, each headed by its subtotals, its rows below; at the end the sums of all groups. */
export async function* linesOfGroups<Group>(list: GroupedList<Group>): AsyncGenerator<ListLine[]> {
  let written = 0
  for (const group of list.groups) {
    const name = list.nameOf(group)
    yield list.headOf(group, name)
    for await (const rows of list.rowsOf(group)) {
      written += rows.length
      yield rows.map((cells) => ({ cells: [{ kind: 'text', text: name }, ...cells], of: 'row-of-group' }))
      await list.progress(written)
    }
  }
  yield list.foot
}

/** An amount as a cell of a list. */
export function moneyCell(value: Money): ListCell {
  return { kind: 'money', text: toDecimalText(value), currency: value.currency, digits: minorDigits(value.currency) }
}
