import type { CalendarDate } from '@/core/calendar-date'
import type { Category } from './deduction'
import type { PeriodFacts } from './period-facts'
import type {
  CarrierEventFacts,
  DeliveryFacts,
  FreightBillFacts,
  MailFacts,
  PaperFacts,
  ReceiptFacts,
  ReturnAuthorisationFacts,
  ReturnReceiptFacts,
  ShipNoticeFacts,
  StockReportFacts,
} from './shipment-facts'
import type { SiblingFacts } from './sibling-facts'

/**
 * Everything the judges may look at for one deduction: what the documents say, never what somebody concluded.
 * Amounts are minor units of the document's currency, prices micros, quantities eaches. Every record carries its id
 * and its position in the imported file, so that a verdict can cite it.
 */
export type ValidityFacts = {
  deduction: DeductionFacts
  customer: CustomerFacts
  claim: ClaimFacts | null
  invoice: InvoiceFacts | null
  order: OrderFacts | null
  /** What a compliance fine is measured over; null where the fine names no period and no threshold is kept for the customer. */
  period: PeriodFacts | null
  booked: readonly BookedLineFacts[]
  delivery: DeliveryFacts | null
  shipNotice: ShipNoticeFacts | null
  receipts: readonly ReceiptFacts[]
  papers: readonly PaperFacts[]
  carrierEvents: readonly CarrierEventFacts[]
  freightBills: readonly FreightBillFacts[]
  freightTariff: { id: string; carrier: string; baseMinor: bigint; perCartonMinor: bigint; position: string | null } | null
  items: readonly ItemFacts[]
  prices: readonly PriceFacts[]
  agreements: readonly AgreementFacts[]
  siblings: readonly SiblingFacts[]
  bankEntry: { id: string; reference: string; bookedOn: CalendarDate | null; position: string } | null
  returnAuthorisations: readonly ReturnAuthorisationFacts[]
  returnReceipts: readonly ReturnReceiptFacts[]
  credits: readonly CreditFacts[]
  stockReports: readonly StockReportFacts[]
  mails: readonly MailFacts[]
}

export type DeductionFacts = {
  id: string
  number: number
  claimNumber: string | null
  claimKey: string | null
  paymentNumber: string | null
  takenOn: CalendarDate | null
  amountMinor: bigint
  currency: string
  category: Category
  reasonCode: string | null
  codeText: string | null
  itemId: string | null
  quantity: bigint | null
  unitMicros: bigint | null
  /** What it was divided from by a person: claim, payment and their references are those of the whole. */
  partOf: { id: string; number: number; claimNumber: string | null } | null
  /** The line of the payment it was taken with, and where it stands. */
  remittanceLine: {
    id: string
    remittanceNumber: string
    grossMinor: bigint | null
    discountMinor: bigint
    paidMinor: bigint
    position: string
  } | null
}

export type CustomerFacts = {
  id: string
  code: string
  netDays: number
  discountPpm: number
  discountDays: number
  finePpm: number
  freightTerms: string
  /** The customer's code list tells concealed shortages from missing cartons. */
  hasConcealedCode: boolean
  /** The retailer's own rules on the day of the shipment; missing where none is kept. `value` in ppm for the fine, in days for the grace. */
  fineRule?: RuleFacts
  graceRule?: RuleFacts
  /** Share of what was ordered that has to arrive in time, or at all, before the retailer fines; ppm. */
  onTimeRule?: RuleFacts
  inFullRule?: RuleFacts
}
export type RuleFacts = { id: string; value: number; source: string; validFrom: CalendarDate }

export type ClaimFacts = {
  id: string
  number: string
  claimedOn: CalendarDate | null
  quantity: bigint | null
  unitMicros: bigint | null
  amountMinor: bigint
  /** What the customer says to have received, where the claim says so. */
  receivedQuantity: bigint | null
  /** Agreement or return authorisation named by the claim. */
  reference: string | null
  position: string
}

export type InvoiceFacts = {
  id: string
  number: string
  numberKey: string
  invoicedOn: CalendarDate | null
  netMinor: bigint
  currency: string
  position: string
  lines: readonly InvoiceLineFacts[]
  /** Terms printed on the invoice as sent; null when no invoice was sent electronically. */
  terms: { id: string; netDays: number | null; discountPpm: number | null; discountDays: number | null; position: string } | null
}
export type InvoiceLineFacts = {
  id: string
  line: string
  itemId: string | null
  quantity: bigint
  priceMicros: bigint
  /** Taken off on the invoice, for the whole line, positive. */
  allowanceMinor: bigint
  netMinor: bigint
  /** Agreement the allowance was given under, from the invoice as sent. */
  agreementNumber: string | null
  position: string
}

export type OrderFacts = {
  id: string
  number: string
  orderedOn: CalendarDate | null
  shipFrom: CalendarDate | null
  shipBy: CalendarDate | null
  freightTerms: string | null
  carrier: string | null
  netDays: number | null
  discountPpm: number | null
  discountDays: number | null
  position: string
  lines: readonly {
    line: string
    itemId: string | null
    quantity: bigint
    priceMicros: bigint | null
    pack: number | null
    position: string
  }[]
  changes: readonly {
    id: string
    line: string
    changedOn: CalendarDate | null
    quantityNew: bigint | null
    priceMicrosNew: bigint | null
    position: string
  }[]
  confirmations: readonly {
    id: string
    line: string
    status: string
    quantity: bigint | null
    priceMicros: bigint | null
    position: string
  }[]
}

/** A line of our own sales order for the purchase order. */
export type BookedLineFacts = {
  id: string
  number: string
  line: string
  orderedOn: CalendarDate | null
  itemId: string | null
  quantity: bigint
  priceMicros: bigint | null
  position: string
}

export type ItemFacts = {
  id: string
  material: string
  vendorPart: string | null
  description: string
  family: string | null
  upc: string | null
  innerPack: number
  casePack: number
}
export type PriceFacts = {
  id: string
  itemId: string
  validFrom: CalendarDate
  validTo: CalendarDate
  priceMicros: bigint
  createdOn: CalendarDate | null
  position: string | null
}
export type AgreementFacts = {
  id: string
  number: string
  numberKey: string
  kind: string
  family: string | null
  validFrom: CalendarDate
  validTo: CalendarDate
  ratePpm: number | null
  unitLimitPerOrderLine: number | null
  claimDaysAfterDrop: number | null
  itemIds: readonly string[]
  position: string | null
}

export type CreditFacts = {
  id: string
  number: string
  postedOn: CalendarDate | null
  amountMinor: bigint
  reference: string | null
  text: string | null
  position: string
}
