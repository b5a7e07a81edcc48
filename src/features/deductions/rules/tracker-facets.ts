/** What the tracker is counted by, value by value, in the order in which it shows; each is a filter of the same name. */
export const TRACKER_FACETS = ['state', 'customer', 'category', 'verdict', 'owner', 'evidence', 'deadline'] as const
export type TrackerFacet = (typeof TRACKER_FACETS)[number]

/** Facets of which one value at a time narrows the list. */
export const SINGLE_FACETS: readonly TrackerFacet[] = ['evidence', 'deadline']

/** How many deductions carry a value of a facet. `name` where the key is none: of a customer, of an owner. */
export type FacetValue = { key: string; name: string | null; count: number }
/** `isAtLeast` when counting stopped: then every count is too small. */
export type FacetCounts = { facet: TrackerFacet; values: FacetValue[]; isAtLeast: boolean }
