import type { FilterChip } from '@/ui/filter-chips'
import { hrefWith, type SearchParams } from '@/ui/page-address'
import type { TrackerFilter } from '../schemas'
import type { Texts } from './texts'

const PATH = '/deductions'

type ChipOptions = { filter: TrackerFilter; params: SearchParams; t: Texts; notFound: number; customerNames: ReadonlyMap<string, string> }

/** The filters in force as chips; each leads to the same list without it. */
export function trackerChips({ filter, params, t, notFound, customerNames }: ChipOptions): FilterChip[] {
  const without = (key: string) => hrefWith(PATH, params, { [key]: null })
  const chips: FilterChip[] = []
  const add = (key: string, value: string, note?: string) => {
    chips.push({ key, label: t(`filter.${key}`), value, removeHref: without(key), ...(note === undefined ? {} : { note }) })
  }
  if (filter.q !== '') add('q', filter.q)
  if (filter.numbers !== '') {
    const count = filter.numbers.split(/[\n\r,;\t]+/).filter((part) => part.trim() !== '').length
    add('numbers', t('filter.pasted', { count }), notFound > 0 ? t('filter.notFound', { count: notFound }) : undefined)
  }
  if (filter.customer.length > 0) add('customer', filter.customer.map((code) => customerNames.get(code) ?? code).join(', '))
  if (filter.category.length > 0) add('category', filter.category.map((one) => t(`category.${one}`)).join(', '))
  if (filter.verdict.length > 0) add('verdict', filter.verdict.map((one) => t(`verdict.${one}`)).join(', '))
  if (filter.state.length > 0) add('state', filter.state.map((one) => t(`state.${one}`)).join(', '))
  if (filter.action.length > 0) add('action', filter.action.map((one) => t(`action.${one}`)).join(', '))
  if (filter.code.length > 0) add('code', filter.code.join(', '))
  if (filter.cause.length > 0) add('cause', filter.cause.map((one) => t(one === 'none' ? 'filter.noCause' : `rootCause.${one}`)).join(', '))
  if (filter.currency.length > 0) add('currency', filter.currency.join(', '))
  if (filter.owner !== '')
    add('owner', filter.owner === 'me' ? t('filter.me') : filter.owner === 'none' ? t('nobody') : t('filter.somebody'))
  if (filter.evidence !== '') add('evidence', t(`filter.evidenceIs.${filter.evidence}`))
  if (filter.deadline !== '') add('deadline', t(`filter.deadlineIs.${filter.deadline}`))
  if (filter.incident !== '') add('incident', filter.incident)
  if (filter.due !== '') add('due', filter.due)
  if (filter.from !== '') add('from', filter.from)
  if (filter.to !== '') add('to', filter.to)
  return chips
}
