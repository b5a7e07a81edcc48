import { askedColumns, fieldKindOf, type ListColumn, type ListShape } from '@/core/list-shape'
import type { ConditionField } from '../filter-condition'
import type { Choice } from '../form/select'

/** All texts, by their full keys. */
export type AllTexts = { (key: string, values?: Record<string, string | number>): string; has: (key: string) => boolean }
/** Names of customers, people and currencies that a list can be narrowed by. */
export type ListNames = Readonly<Partial<Record<NonNullable<ListColumn['named']>, readonly Choice[]>>>

/** The word of a value of a choice; the value itself where it has no words. */
export function wordOf({ words }: ListColumn, value: string, t: AllTexts): string {
  return words === undefined ? value : t(`${words}.${value}`)
}

/** The values of a choice with their words; undefined for what is no choice of known ones. */
export function choicesOf(column: ListColumn, t: AllTexts, names: ListNames): readonly Choice[] | undefined {
  if (column.named !== undefined) return names[column.named] ?? []
  return column.choices?.map((value) => ({ value, label: wordOf(column, value, t) }))
}

/** What conditions over a list may speak of, in the reader's words. */
export function conditionFields(shape: ListShape, t: AllTexts, names: ListNames): ConditionField[] {
  return askedColumns(shape).map((column) => {
    const choices = choicesOf(column, t, names)
    return {
      key: column.key,
      kind: fieldKindOf(column.kind),
      label: t(column.title),
      isOptional: column.isOptional ?? false,
      ...(choices === undefined ? {} : { choices }),
    }
  })
}
