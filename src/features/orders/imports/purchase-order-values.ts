/**
 * Staged values of row kind 'purchase-order', from any format. Numbers raw, dates YYYY-MM-DD, prices in micros of the
 * major unit, money in minor units, quantities whole, all as text; null where the document says nothing.
 */
export type PurchaseOrderValues = {
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

export type PurchaseOrderLineValues = {
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
