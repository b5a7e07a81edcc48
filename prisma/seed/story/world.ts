import type { Cents } from './amounts'
import type { Day } from './calendar'
import type { Carrier, Plant } from './carriers'
import type { ClaimKind } from './claim-codes'
import type { Customer, Payer } from './customers'
import type { Item } from './items'
import type { Site } from './sites'

/** One line of a purchase order and what became of it on every step to the shelf. Quantities in eaches, prices per each. */
export type SaleLine = {
  /** 1, 2, 3 …; SAP items are ten times this. */
  number: number
  item: Item
  /** On the first purchase order, before any change. */
  firstOrdered: number
  ordered: number
  poPrice: Cents
  /** New price by purchase order change, if any. */
  changedPrice: Cents | null
  agreedPrice: Cents
  confirmed: number
  billedPrice: Cents
  /** Per unit, taken off on the invoice. */
  allowance: Cents
  allowanceAgreement: string | null
  /** Case pack as the purchase order states it. */
  statedPack: number
  shipped: number
  announced: number
  loaded: number
  arrived: number
  received: number
  damaged: number
}

export type Paper = 'text' | 'image' | 'none'

/** A second count by the customer, or goods booked on another order. */
export type Recount = { day: Day; line: SaleLine; quantity: number; ontoPo: string | null }

/** One order with its delivery and its invoice. Days are offsets from today; null has not happened. */
export type Sale = {
  customer: Customer
  payer: Payer
  site: Site
  index: number
  po: string
  salesOrder: string
  orderDay: Day
  windowFrom: Day
  windowTo: Day
  /** Net days as the purchase order states them. */
  statedNetDays: number
  freight: 'prepaid' | 'collect'
  routed: Carrier
  plant: Plant
  lines: SaleLine[]
  carrier: Carrier
  delivery: string
  bol: string
  pro: string
  seal: string
  trailer: string
  signer: string
  plannedIssueDay: Day
  issueDay: Day
  /** Billed, but never left the warehouse. */
  neverLeft: boolean
  /** Left the warehouse, but goods issue was not posted. */
  issueNotPosted: boolean
  /** No delivery was made although the window is over. */
  undelivered: boolean
  /** Shipped, but not billed. */
  notBilled: boolean
  shipperCount: boolean
  /** False when the carrier sent no status for it. */
  isTracked: boolean
  noticeDay: Day
  appointmentMovedTo: Day | null
  deliveredDay: Day
  receivedDay: Day
  recounts: Recount[]
  pod: Paper
  bolPaper: Paper
  freightBilled: boolean
  invoice: string
  invoiceDay: Day
  payDay: Day
  returns: ReturnCase[]
  /** Our warehouse counted a line again after a concealed shortage was claimed; surplus 0 means nothing was left over. */
  stockCount: { day: Day; line: SaleLine; surplus: number } | null
  /** True once a claim uses this sale. */
  isClaimed: boolean
}

/** A return authorisation and what came back. */
export type ReturnCase = {
  rga: string
  line: SaleLine
  authorised: number
  received: number
  day: Day
  receiptDay: Day
  isCredited: boolean
}

export type TrueVerdict = 'valid' | 'invalid' | 'partly' | 'duplicate' | 'unclear'

/** What our people and the customer did about a claim so far. */
export type Outcome =
  | { state: 'open' }
  | { state: 'expired' }
  | { state: 'accepted'; day: Day }
  | { state: 'submitted'; day: Day; portalReference: string; answer: Answer | null }
export type Answer = { day: Day; won: Cents; repaidDay: Day | null }

/** One deduction as the customer states it, with the truth the author knows. */
export type Claim = {
  /** Empty for a cash discount, which has no number. */
  number: string
  customer: Customer
  payer: Payer
  sale: Sale
  /** The site that claims; usually the one that was delivered to. */
  site: Site
  kind: ClaimKind
  code: string
  words: string
  x12: string
  line: SaleLine | null
  item: Item | null
  quantity: number | null
  unit: Cents | null
  amount: Cents
  validAmount: Cents
  verdict: TrueVerdict
  because: string
  /** Agreement or return number named by the customer. */
  reference: string
  claimDay: Day
  payDay: Day
  deadlineDay: Day
  duplicateOf: Claim | null
  outcome: Outcome
  isFeatured: boolean
}

/** One payment with its advice. */
export type Payment = {
  number: string
  customer: Customer
  payer: Payer
  day: Day
  sales: Sale[]
  /** Cash discounts taken, each on its invoice. */
  discounts: Claim[]
  claims: Claim[]
  /** Claims paid back within this payment. */
  reversals: Claim[]
  total: Cents
  /** What the advice says; differs from the total only where the story plants a fault. */
  statedTotal: Cents
}

export type StockReport = { customer: Customer; site: Site; item: Item; day: Day; quantity: number }

/** Everything that happened in the quarter. */
export type World = { sales: Sale[]; claims: Claim[]; payments: Payment[]; stock: StockReport[] }

export function cartonsOf(lines: readonly SaleLine[], step: 'shipped' | 'announced' | 'loaded' | 'arrived' | 'damaged'): number {
  return lines.reduce((cartons, line) => cartons + Math.ceil(line[step] / line.item.casePack), 0)
}

/** Net amount of one invoice line: quantity shipped times price, less the allowance. */
export function netOf(line: SaleLine): Cents {
  return BigInt(line.shipped) * (line.billedPrice - line.allowance)
}

export function invoiceTotal(sale: Sale): Cents {
  return sale.lines.reduce((running, line) => running + netOf(line), 0n)
}

export function isShipped(sale: Sale): boolean {
  return !sale.undelivered && !sale.neverLeft && sale.issueDay <= 0
}

export function isBilled(sale: Sale): boolean {
  return !sale.undelivered && !sale.notBilled && sale.invoiceDay <= 0
}
