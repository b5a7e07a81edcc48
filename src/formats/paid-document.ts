/** What a payment says it pays, document by document, with what was taken off each. Amounts are plain decimal text. */
export type PaidDocument = {
  readonly number: string | null
  /** 'credit-note' where the document lowers the payment as a whole; its `paid` is positive all the same. */
  readonly kind: 'invoice' | 'credit-note'
  readonly due: string | null
  readonly discount: string | null
  readonly paid: string | null
  readonly poNumber: string | null
  readonly adjustments: readonly PaidAdjustment[]
  readonly text: string
}

/** Money taken off a document, or given on top of it; `direction` is the sender's word, null where it says none. */
export type PaidAdjustment = {
  readonly amount: string
  readonly direction: 'credit' | 'debit' | null
  readonly reason: string | null
  readonly text: string | null
}
