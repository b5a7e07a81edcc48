import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FilterBar, type FilterChip } from './filter-chips'
import { FilterForm } from './filter-form'
import { type Choice, Select } from './form/select'
import { TextArea } from './form/text-area'
import { TextField } from './form/text-field'
import { ListSearch } from './list-search'
import { listHref, type SearchParams } from './page-address'

/** One thing a list can be narrowed by: a field of the form, and a chip while it is in force. */
export type ListFilter = {
  /** Name of the parameter in the address. */
  key: string
  label: string
  /** What is chosen, as the address says it; '' or nothing when it is not. */
  value: string | undefined
  /** Without choices it is a line to type in. */
  choices?: readonly Choice[]
  hint?: string
  /** Lines of a field that takes pasted numbers. */
  lines?: number
  /** The choice in force when nothing is chosen; it needs no chip, and there is no 'Any'. */
  usual?: string
  /** How the chip says it, where it is not the word of the choice. */
  said?: string
  /** A warning that goes with the chip. */
  note?: string
  /** Only links set it: a chip to remove, no field. */
  isLinkOnly?: boolean
}

/** The one that is typed: it has its own box in sight. */
const SEARCH = 'q'

type ListFiltersProps = {
  path: string
  params: SearchParams
  filters: readonly ListFilter[]
  /** Conditions over any field, beside the quick filters. */
  builder?: ReactNode
  /** Columns, upload … at the right end. */
  end?: ReactNode
}

/** The filters of a list: its search, the form behind '+ Filter', and a chip for each one in force. */
export function ListFilters({ path, params, filters, builder, end }: ListFiltersProps) {
  const search = filters.find(({ key }) => key === SEARCH)
  const others = filters.filter(({ key }) => key !== SEARCH)
  const fields = others.filter((filter) => filter.isLinkOnly !== true)
  const chips = others.filter(isInForce).map((filter) => chipOf(filter, listHref(path, params, { [filter.key]: null })))
  return (
    <FilterBar
      chips={chips}
      end={end}
      search={search && <ListSearch path={path} label={search.label} hint={search.hint} value={search.value ?? ''} note={search.note} />}
    >
      {fields.length > 0 && (
        <FilterForm action={path} params={params} fields={[...fields.map(({ key }) => key), 'page', 'peek']}>
          {fields.map((filter) => (
            <FilterField key={filter.key} filter={filter} />
          ))}
        </FilterForm>
      )}
      {builder}
    </FilterBar>
  )
}

/** Whether the list is narrowed at all. */
export function isFiltered(filters: readonly ListFilter[]): boolean {
  return filters.some(isInForce)
}

type FilterFieldProps = { filter: ListFilter }

function FilterField({ filter }: FilterFieldProps) {
  const t = useTranslations('ui')
  const field = { name: filter.key, label: filter.label, hint: filter.hint, defaultValue: filter.value ?? '' }
  if (filter.choices) return <Select {...field} choices={filter.choices} {...(filter.usual === undefined ? { blank: t('any') } : {})} />
  return filter.lines === undefined ? <TextField {...field} /> : <TextArea {...field} rows={filter.lines} />
}

function isInForce({ value, usual }: ListFilter): boolean {
  return value !== undefined && value !== '' && value !== usual
}

function chipOf({ key, label, value, choices, said, note }: ListFilter, removeHref: string): FilterChip {
  const text = said ?? choices?.find((choice) => choice.value === value)?.label ?? value
  return { key, label, value: text, removeHref, ...(note === undefined ? {} : { note }) }
}
