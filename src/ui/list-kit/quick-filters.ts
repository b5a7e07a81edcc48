import type { ListAddress } from '@/core/list-address'
import { type ListShape, NOTHING, quickColumns } from '@/core/list-shape'
import type { ListFilter } from '../list-filters'
import { type AllTexts, choicesOf, type ListNames, valueWord } from './list-words'

/** The short form of filters of a list: its search and the choices people take most. */
export function quickFilters(shape: ListShape, { q, quick }: ListAddress, t: AllTexts, names: ListNames): ListFilter[] {
  const chosen = quickColumns(shape).map((column): ListFilter => {
    const { key } = column
    const known = choicesOf(column, t, names) ?? []
    const choices = column.isOptional === true ? [...known, { value: NOTHING, label: valueWord(column, NOTHING, t, names) }] : known
    const values = quick[key] ?? []
    const usual = shape.usual?.[key]
    return {
      key,
      label: t(column.title),
      value: usual !== undefined && values.length === 0 ? 'all' : values.join(','),
      choices: usual === undefined ? choices : [...choices, { value: 'all', label: t('ui.any') }],
      ...(values.length > 0 && { said: values.map((value) => valueWord(column, value, t, names)).join(t('ui.list.comma')) }),
      ...(usual !== undefined && { usual }),
    }
  })
  if (shape.search === undefined) return chosen
  return [...chosen, { key: 'q', label: t('ui.list.search'), hint: t(shape.search), value: q }]
}
