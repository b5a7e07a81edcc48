/** What the tracker is counted by, value by value, in the order in which it shows; each is a filter of the same name. */
export const TRACKER_FACETS = ['state', 'customer', 'category', 'verdict', 'owner', 'evidence', 'deadline'] as const
export type TrackerFacet = (typeof TRACKER_FACETS)[number]

/** Facets of which one value at a time narrows the list. */
export const SINGLE_FACETS: readonly TrackerFacet[] = ['evidence', 'deadline']
