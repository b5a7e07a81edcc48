import type { FreightClaimKind, FreightClaimState } from '../rules/freight-claim'

/** A claim on a carrier as its buttons and forms need it. */
export type FreightSubject = {
  id: string
  version: number
  state: FreightClaimState
  kind: FreightClaimKind
  fileBy: string
  isNoticed: boolean
}
