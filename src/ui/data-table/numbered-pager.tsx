import { ROWS_PER_PAGE } from '@/core/list-page'
import { listHref, type SearchParams } from '../page-address'
import { Pager } from './pager'

type NumberedPagerProps = {
  path: string
  params: SearchParams
  /** The page shown, from 1. */
  page: number
  shown: number
  /** Rows that match, on all pages. */
  total: number
}

/** Previous and next of a list whose address carries the number of the page. */
export function NumberedPager({ path, params, page, shown, total }: NumberedPagerProps) {
  const hrefOf = (to: number) => listHref(path, params, { page: String(to) })
  return (
    <Pager
      shown={shown}
      total={total}
      previousHref={page > 1 ? hrefOf(page - 1) : null}
      nextHref={page * ROWS_PER_PAGE < total ? hrefOf(page + 1) : null}
    />
  )
}
