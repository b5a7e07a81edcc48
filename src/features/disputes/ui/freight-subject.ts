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

/** Where papers that prove a step of the claim are sent to. */
export function freightProofUrl(claimId: string): string {
  return `/api/freight-claims/${claimId}/proof`
}
