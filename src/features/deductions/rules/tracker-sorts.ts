/** What the tracker can be sorted by. */
export const TRACKER_SORTS = [
  'priority',
  'deadline',
  'amount',
  'at-risk',
  'claim',
  'customer',
  'category',
  'code',
  'verdict',
  'confidence',
  'taken',
  'state',
  'owner',
  'evidence',
  'number',
] as const
export type TrackerSort = (typeof TRACKER_SORTS)[number]
/** A further column to sort by, with its direction: 'amount:desc'. */
export const THEN_SORTS = TRACKER_SORTS.flatMap((sort) => [`${sort}:asc`, `${sort}:desc`] as const)

/** What the list can be grouped by, with subtotals. */
export const TRACKER_GROUPS = ['customer', 'category', 'state', 'verdict', 'owner'] as const
export type TrackerGroup = (typeof TRACKER_GROUPS)[number]
