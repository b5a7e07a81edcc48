import { peekHref, type SearchParams } from './page-address'

type PeekPlaceOptions = { path: string; params: SearchParams; rowIds: readonly string[]; openId: string }

/** Where an open peek stands among the rows of the page: its index, −1 when the row is not on it, and the ways out of it. */
export function peekPlace({ path, params, rowIds, openId }: PeekPlaceOptions) {
  const index = rowIds.indexOf(openId)
  const hrefAt = (at: number) => (rowIds[at] === undefined ? null : peekHref(path, params, rowIds[at]))
  return {
    index,
    links: {
      closeHref: peekHref(path, params, null),
      previousHref: index < 0 ? null : hrefAt(index - 1),
      nextHref: index < 0 ? null : hrefAt(index + 1),
    },
  }
}
