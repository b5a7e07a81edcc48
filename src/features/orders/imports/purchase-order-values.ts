/**
 * Staged values of row kind 'purchase-order', from any format. Numbers raw, dates YYYY-MM-DD, prices in micros of the
 * major unit, money in minor units, quantities whole, all as text; null where the document says nothing.
 */
export type PurchaseOrderValues = StatedAllowance & {
  number: string
  orderedOn: string | null
  /** Null: the customer's own currency. */
  currency: string | null
  shipFrom: string | null
  shipBy: string | null
  /** 'collect' or 'prepaid'. */
  freightTerms: string | null
  netDays: number | null
  discountPpm: number | null
  discountDays: number | null
  /** SCAC of the carrier the order asks for. */
  carrier: string | null
  /** The customer's number of the store or distribution centre. */
  shipToNumber: string | null
  statedTotalMinor: string | null
  /** Which format it came in: '850', 'orders-csv', 'edifact', 'amazon' … */
  source: string
  lines: PurchaseOrderLineValues[]
}

export type PurchaseOrderLineValues = StatedAllowance & {
  /** As the order numbers it, without leading zeros; unique inside the order. */
  line: string
  customerItem: string | null
  upc: string | null
  vendorPart: string | null
  quantity: string
  /** 'EA', 'CA' … as the document says. */
  unit: string
  priceMicros: string | null
  /** Eaches per case, when stated. */
  pack: number | null
  position: string
}

/** What is taken off a line or the order, positive when it lowers what is paid, by which agreement, and where that is stated. */
export type StatedAllowance = {
  allowanceMinor?: string
  allowanceAgreement?: string | null
  allowancePosition?: string
}

/**
 * Staged values of row kind 'order-change', from any format. A change of the whole order has no line; what the goods are is
 * said only where a line is added.
 */
export type OrderChangeValues = {
  poNumber: string
  changedOn: string | null
  line: string
  /** As the 860 says it: 'AI' adds a line, 'DI' takes it away, '01' cancels the order … */
  code: string
  quantityNew: string | null
  quantityDelta: string | null
  priceMicrosNew: string | null
  customerItem?: string | null
  upc?: string | null
  vendorPart?: string | null
  unit?: string
  pack?: number | null
}
