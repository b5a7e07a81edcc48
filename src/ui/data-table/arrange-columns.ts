import { paramOf, type SearchParams } from '../page-address'

/** What an address says of the columns of a list: their order, how many stand still at the left, and widths in pixels. */
export type Arrangement = { order: readonly string[]; pinned: number; widths: Readonly<Record<string, number>> }

const WIDTH_MIN = 40
const WIDTH_MAX = 800
const PINNED_MAX = 4

/** Reads the parameters `cols`, `pin` and `w` of an address; what makes no sense is left out. */
export function readArrangement(params: SearchParams): Arrangement {
  const order = (paramOf(params, 'cols') ?? '').split(',').filter((key) => key !== '')
  const pinned = Math.min(PINNED_MAX, Math.max(0, Math.trunc(Number(paramOf(params, 'pin') ?? 0)) || 0))
  const widths = (paramOf(params, 'w') ?? '').split(',').flatMap((part): [string, number][] => {
    const [key, width] = part.split(':')
    const pixels = Math.round(Number(width))
    return key === undefined || key === '' || Number.isNaN(pixels) ? [] : [[key, Math.max(WIDTH_MIN, Math.min(WIDTH_MAX, pixels))]]
  })
  return { order, pinned, widths: Object.fromEntries(widths) }
}

/** Columns in the order and with the widths that somebody gave them; those nobody placed stand where they always do, behind. */
export function arrangeColumns<Column extends { key: string; width?: number }>(
  columns: readonly Column[],
  { order, widths }: Arrangement,
): Column[] {
  const placeOf = (key: string, at: number) => (order.includes(key) ? order.indexOf(key) : order.length + at)
  return columns
    .map((column, at) => ({ column, place: placeOf(column.key, at) }))
    .sort((a, b) => a.place - b.place)
    .map(({ column }) => (widths[column.key] === undefined ? column : { ...column, width: widths[column.key] ?? 0 }))
}

/** The order after a column went one place to the left or right among those that show. */
export function movedOrder(all: readonly string[], shown: readonly string[], key: string, by: -1 | 1): string[] {
  const neighbour = shown[shown.indexOf(key) + by]
  if (neighbour === undefined) return [...all]
  const rest = all.filter((one) => one !== key)
  const at = rest.indexOf(neighbour) + (by === 1 ? 1 : 0)
  return [...rest.slice(0, at), key, ...rest.slice(at)]
}
