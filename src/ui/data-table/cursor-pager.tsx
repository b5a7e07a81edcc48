import { listHref, paramOf, type SearchParams } from '../page-address'
import { Pager } from './pager'

type CursorPagerProps = {
  path: string
  params: SearchParams
  shown: number
  total: number
  isTotalExact: boolean
  /** Cursor of the next page; null on the last one. */
  nextAfter: string | null
}

/** The pages of a list that is read by cursor, for where it does not read on by itself. */
export function CursorPager({ path, params, shown, total, isTotalExact, nextAfter }: CursorPagerProps) {
  const at = Number(paramOf(params, 'at') ?? 0) + shown
  const nextHref = nextAfter === null ? null : listHref(path, params, { after: nextAfter, at: String(at) })
  const previousHref = paramOf(params, 'after') === undefined ? null : listHref(path, params, { after: null })
  return <Pager shown={shown} total={total} isTotalExact={isTotalExact} previousHref={previousHref} nextHref={nextHref} />
}
