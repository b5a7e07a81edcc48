import { askedColumns, fieldKindOf, type ListColumn, type ListShape, NOTHING } from '@/core/list-shape'
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

/** The word of a value that a list is counted or grouped by: of a customer or a person the name, of rows that have nothing there 'none'. */
export function valueWord(column: ListColumn, value: string, t: AllTexts, names: ListNames): string {
  if (value === NOTHING && column.isOptional === true) return t('ui.list.nothing')
  if (column.named === undefined) return wordOf(column, value, t)
  const name = names[column.named]?.find((choice) => choice.value === value)?.label
  return name ?? (column.named === 'people' ? t('ui.list.somebody') : value)
}

/** What a list is grouped by, as it stands in a sentence: 'by customer'. */
export function groupWord({ title }: ListColumn, t: AllTexts, locale: string): string {
  const word = t(title)
  return word.slice(0, 1).toLocaleLowerCase(locale) + word.slice(1)
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
