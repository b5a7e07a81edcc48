/** Staged values of row kind 'receipt': what the consignee says it received, one row per receipt document and order. */
export type ReceiptValues = {
  number: string
  receivedOn: string | null
  /** 'first' count, or 'correction' for goods found or booked later. */
  purpose: 'first' | 'correction'
  poNumber: string | null
  bol: string | null
  /** Store or distribution centre. */
  location: string | null
  /** '861', 'receipts-csv' … */
  source: string
  lines: ReceiptLineValues[]
}

export type ReceiptLineValues = {
  /** Line of the order; '' when the document names the article only. */
  line: string
  customerItem: string | null
  upc: string | null
  vendorPart: string | null
  received: string
  damaged: string
  position: string
}
