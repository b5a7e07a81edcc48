import type { CalendarDate } from '@/core/calendar-date'

export type DeliveryFacts = {
  id: string
  number: string
  plannedIssueOn: CalendarDate | null
  issuedOn: CalendarDate | null
  issueStatus: string | null
  bol: string | null
  carrier: string | null
  pro: string | null
  cartons: number | null
  plant: string | null
  position: string
  lines: readonly { line: string; itemId: string | null; quantity: bigint; position: string }[]
}

export type ShipNoticeFacts = {
  id: string
  number: string
  sentOn: CalendarDate | null
  shippedOn: CalendarDate | null
  expectedOn: CalendarDate | null
  carrier: string | null
  cartons: number | null
  position: string
  /** What the customer's own system said of it, latest word first. */
  acknowledgement?: { outcome: 'accepted' | 'with-errors' | 'rejected'; on: CalendarDate | null } | null
  lines: readonly { line: string; itemId: string | null; quantity: bigint; cartons: number | null; position: string }[]
}

export type ReceiptFacts = {
  id: string
  number: string
  receivedOn: CalendarDate | null
  /** 'first' for the first count, 'correction' for goods found or booked afterwards. */
  purpose: string
  /** True when the receipt stands on the order of the deduction. */
  isOnThisOrder: boolean
  /** True when it carries the bill of lading of the deduction's delivery. */
  isOnThisShipment: boolean
  poNumber: string | null
  position: string
  lines: readonly { line: string; itemId: string | null; received: bigint; damaged: bigint; position: string }[]
}

export type PaperFacts = {
  documentId: string
  kind: 'proof-of-delivery' | 'bill-of-lading'
  fileName: string
  /** The number that the paper is called by, where it was found on it. */
  number: string | null
  /** False for a scan without a text layer: the paper is there, but nobody has read it. */
  isRead: boolean
  /** A picture or scan that waits for somebody to read its figures. */
  waitsForReading: boolean
  cartonsPrinted: number | null
  piecesShipped: number | null
  piecesReceived: number | null
  /** 'driver' when the driver counted, 'shipper' for shipper load and count. */
  countBy: string | null
  /** 'collect' or 'prepaid' as printed on the paper. */
  freightTerms: string | null
  isSigned: boolean | null
  isStamped: boolean | null
  exceptions: string | null
  signedOn: CalendarDate | null
  /** Place of each fact on the paper: `{ piecesReceived: 'page 1 line 11' }`. */
  citations: Readonly<Record<string, unknown>>
}

export type CarrierEventFacts = { id: string; status: string; happenedOn: CalendarDate | null; cartons: number | null; position: string }
export type FreightBillFacts = {
  id: string
  number: string
  billedOn: CalendarDate | null
  amountMinor: bigint
  currency: string
  position: string
}
export type ReturnAuthorisationFacts = {
  id: string
  number: string
  authorisedOn: CalendarDate | null
  itemId: string | null
  quantity: bigint
  priceMicros: bigint | null
  position: string
}
export type ReturnReceiptFacts = {
  id: string
  receivedOn: CalendarDate | null
  itemId: string | null
  quantity: bigint
  condition: string | null
  position: string
}
export type StockReportFacts = { id: string; itemId: string | null; reportedOn: CalendarDate | null; quantity: bigint; position: string }
export type MailFacts = { documentId: string; fileName: string; text: string; issuedOn: CalendarDate | null }
