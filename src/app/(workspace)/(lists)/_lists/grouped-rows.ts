import type { Actor } from '@/core/actor'
import type { ListAddress } from '@/core/list-address'
import type { ListRow } from '@/core/list-shape'
import { findListPage } from '@/server/lists/find-list'
import { addressOfGroup, findListGroups } from '@/server/lists/find-list-groups'
import type { ListSource } from '@/server/lists/list-source'
import type { GroupedRows } from '@/ui/list-kit/kit-list-props'

/** Groups folded out at once, and the rows that each shows then. */
const OPEN_MAX = 8
const ROWS = 20

/** The groups of a list, and the first rows of those that are folded out, in the order of the list. */
export async function findGroupedRows(
  source: ListSource,
  actor: Actor,
  address: ListAddress,
  open: readonly string[],
): Promise<Omit<GroupedRows, 'names'>> {
  const rowsOf = async (key: string): Promise<[string, readonly ListRow[]]> => {
    const page = await findListPage(source, actor, { ...addressOfGroup(address, key), limit: ROWS })
    return [key, page.rows]
  }
  const [groups, opened] = await Promise.all([findListGroups(source, actor, address), Promise.all(open.slice(0, OPEN_MAX).map(rowsOf))])
  return { by: address.group, groups, opened: Object.fromEntries(opened) }
}
