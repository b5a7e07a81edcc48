/** How many rows carry a value of a facet. `name` where the key is none and has no word: of a customer, of an owner. */
export type FacetValue = { key: string; name: string | null; count: number }
/** `isAtLeast` when counting stopped: then every count is too small. */
export type FacetCounts<Facet extends string = string> = { facet: Facet; values: FacetValue[]; isAtLeast: boolean }
