/**
 * Staged values of row kind 'remittance': one payment advice with its lines, from any format. Money in minor units as
 * text. The payment is the sum of `paidMinor` over all lines that are not netted.
 */
export type RemittanceValues = {
  /** Payment, cheque or trace number: what the bank line will carry. */
  number: string
  paidOn: string | null
  /** Null: the customer's own currency. */
  currency: string | null
  /** The advice's own total, and what its lines add up to. */
  totalMinor: string
  computedMinor: string
  /** 'ACH', 'CHK' … */
  method: string | null
  /** '820', 'remittance-csv', 'cheque-stub', 'remadv' … */
  source: string
  /** The payment names its invoices without amounts: what each gets is decided by what is open of them when it is taken over. */
  areAmountsOpen?: boolean
  lines: RemittanceLineValues[]
}

/**
 * - 'invoice': an invoice that is paid; gross, discount and paid are filled.
 * - 'adjustment': money withheld or returned outside an invoice line (ADX, deduction rows).
 * - 'short-pay': an invoice line left unpaid without a word; paid is 0 and the line is netted.
 * - 'credit': money given back, e.g. the reversal of an earlier claim; paid is positive, deducted 0.
 */
export type RemittanceLineKind = 'invoice' | 'adjustment' | 'short-pay' | 'credit'

export type RemittanceLineValues = {
  kind: RemittanceLineKind
  /** The document the line names, raw: an invoice number, or the customer's claim number. */
  reference: string | null
  poNumber: string | null
  grossMinor: string | null
  /** Cash discount taken on this line, positive. */
  discountMinor: string
  /** What the line adds to the payment; negative for a deduction. '0' for netted lines. */
  paidMinor: string
  /** Money withheld, positive; '0' where nothing is. */
  deductedMinor: string
  /** X12 element 426, or the EDIFACT 4465 code. */
  reasonCode: string | null
  /** The customer's own reason code, as it stands. */
  ownCode: string | null
  claimNumber: string | null
  /** The invoice a deduction belongs to, raw. */
  appliesTo: string | null
  /** True when the amount is already inside the paid amount of the invoice line it stands under. */
  isNetted: boolean
  text: string | null
  position: string
}

/** A line that says nothing yet but that it is an invoice: readers fill in what they find. */
export const BLANK_LINE: Omit<RemittanceLineValues, 'position'> = {
  kind: 'invoice',
  reference: null,
  poNumber: null,
  grossMinor: null,
  discountMinor: '0',
  paidMinor: '0',
  deductedMinor: '0',
  reasonCode: null,
  ownCode: null,
  claimNumber: null,
  appliesTo: null,
  isNetted: false,
  text: null,
}
