/** Staged values of row kind 'portal-claim': one line of a claim as the customer details it (portal file or 812). */
export type PortalClaimValues = {
  claimNumber: string
  claimedOn: string | null
  /** The customer's own code, as it stands. */
  code: string | null
  codeText: string | null
  poNumber: string | null
  invoiceNumber: string | null
  /** Store or distribution centre. */
  site: string | null
  customerItem: string | null
  upc: string | null
  vendorPart: string | null
  quantity: string | null
  unitMicros: string | null
  /** Positive: money the customer claims. */
  amountMinor: string
  /** Null: the customer's own currency. */
  currency: string | null
  receivedQuantity: string | null
  /** Agreement or return authorisation the claim refers to. */
  reference: string | null
  /** '812', 'claims-csv' … */
  source: string
}
