import * as z from 'zod'
import { readConditions } from './list-conditions'
import { fieldsOf, groupColumns, type ListShape, type ListSort, NOTHING, quickColumns, sortKeyOf } from './list-shape'

/** What the address of a list says: which rows, in which order, from where on. */
export type ListAddress = {
  /** '' where the list has no tabs. */
  tab: string
  /** Part of a number, in any spelling. */
  q: string
  /** Values chosen in the short form of filters, by column. */
  quick: Readonly<Record<string, readonly string[]>>
  /** Conditions over any field, as `readConditions` reads them; '' without. */
  where: string
  sort: ListSort
  /** Columns that decide where the first one does not, in their order. */
  then: readonly ListSort[]
  /** Key of the column by which rows are grouped; '' when they are not. */
  group: string
  /** Opaque position after which the page starts. */
  after: string
  limit: number
}

const SORTS_MAX = 4
const VALUES_MAX = 200
const text = (max: number) =>
  z.preprocess(
    (value) => (Array.isArray(value) ? value.join(',') : value),
    z
      .string()
      .max(max)
      .refine((one) => !one.includes('\0'))
      .catch(''),
  )
const Direction = z.enum(['asc', 'desc'])

/** Reads an address that somebody may have edited by hand: what cannot be read is left out, so that it still shows a list. */
export function readListAddress(shape: ListShape, params: Readonly<Record<string, unknown>>): ListAddress {
  const of = (key: string, max = 2_000) => text(max).parse(params[key] ?? '')
  const sortKeys = new Set(shape.columns.flatMap((column) => sortKeyOf(column) ?? []))
  const where = of('where', 8_000)
  const tab = of(shape.tabs?.param ?? '')
  const sort = of('sort')
  const direction = Direction.safeParse(params['direction'])
  const first = sortKeys.has(sort) ? { key: sort, direction: direction.data ?? 'asc' } : shape.sort
  return {
    tab: shape.tabs === undefined ? '' : shape.tabs.keys.includes(tab) ? tab : shape.tabs.usual,
    q: of('q', 200).trim(),
    quick: Object.fromEntries(shape.quick.map((key) => [key, quickValues(shape, key, of(key, 8_000))])),
    where: where !== '' && readConditions(where, fieldsOf(shape)) !== null ? where : '',
    sort: sort === '' && direction.success ? { ...first, direction: direction.data } : first,
    then: readThen(of('then'), sortKeys).filter(({ key }) => key !== first.key),
    group: groupColumns(shape).find(({ key }) => key === of('group'))?.key ?? '',
    after: of('after'),
    limit: z.coerce.number().int().min(1).max(500).catch(100).parse(params['limit']),
  }
}

function quickValues(shape: ListShape, key: string, said: string): readonly string[] {
  const value = said === '' ? (shape.usual?.[key] ?? '') : said
  if (value === 'all' && shape.usual?.[key] !== undefined) return []
  const { choices, isOptional } = quickColumns(shape).find((column) => column.key === key) ?? {}
  const isKnown = (one: string) => choices === undefined || choices.includes(one) || (isOptional === true && one === NOTHING)
  return value
    .split(',')
    .filter((one) => one !== '' && isKnown(one))
    .slice(0, VALUES_MAX)
}

function readThen(said: string, known: ReadonlySet<string>): ListSort[] {
  const sorts = said.split(',').flatMap((part): ListSort[] => {
    const at = part.lastIndexOf(':')
    const [key, direction] = [part.slice(0, at), Direction.safeParse(part.slice(at + 1))]
    return at > 0 && known.has(key) && direction.success ? [{ key, direction: direction.data }] : []
  })
  return sorts.filter(({ key }, at) => sorts.findIndex((one) => one.key === key) === at).slice(0, SORTS_MAX - 1)
}
