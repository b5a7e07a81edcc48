import type { Cents } from './amounts'
import type { Day } from './calendar'
import type { ClaimKind } from './claim-codes'

/** A claim that the mockups show. Its figures are exact; everything around it is planned so that they come out. */
export type FeaturedClaim = {
  number: string
  customer: string
  kind: ClaimKind
  payDay: Day
  /** Lines of the order: article and quantity, at the agreed price. The claimed article comes first. */
  lines: readonly (readonly [vendorPart: string, quantity: number])[]
  quantity?: number
  /** Claimed per unit; the line's price when left out. */
  unit?: Cents
  /** Amount when it is not units times price. */
  amount?: Cents
  validAmount: Cents
  verdict: 'valid' | 'invalid' | 'partly' | 'unclear'
  because: string
  reference?: string
}
