import type { Actor } from '@/core/actor'
import { readListAddress } from '@/core/list-address'
import type { ListRow } from '@/core/list-shape'
import { companyToday } from '../clock'
import { countListExactly, type ListCount } from './count-list'
import { findListPage } from './find-list'
import type { ListSource } from './list-source'

/** The first rows of what an address shows, with count and sums of all of it. */
export async function findListTop(
  source: ListSource,
  actor: Actor,
  params: Readonly<Record<string, unknown>>,
): Promise<ListCount & { rows: readonly ListRow[] }> {
  const address = readListAddress(source.shape, params)
  const [count, page] = await Promise.all([
    countListExactly(source, actor, address, companyToday()),
    findListPage(source, actor, { ...address, after: '' }),
  ])
  return { ...count, rows: page.rows }
}
