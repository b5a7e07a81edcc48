import type { CalendarDate } from '@/core/calendar-date'
import { sql } from '@/server/db/client'
import type { Category, DeductionState, NextAction } from '../../rules/deduction'
import type { LiableParty, MissingPaper, VerdictKind } from '../../rules/verdict'
import type { Read } from './read'

/** A deduction with the invoice, the invoice as sent and the order it names. Everything else is looked up by their numbers. */
export type Subject = {
  id: string
  number: number
  customerId: string
  accountKey: string | null
  claimNumber: string | null
  claimKey: string | null
  paymentNumber: string | null
  paymentKey: string | null
  takenOn: CalendarDate | null
  amountMinor: bigint
  currency: string
  category: Category
  reasonCode: string | null
  codeText: string | null
  invoiceKey: string | null
  namedPoKey: string | null
  itemId: string | null
  quantity: bigint | null
  unitMicros: bigint | null
  poKey: string | null
  deliveryKey: string | null
  invoiceId: string | null
  invoiceNumber: string
  invoiceNumberKey: string
  invoicedOn: CalendarDate | null
  invoiceNetMinor: bigint
  invoiceCurrency: string
  invoicePosition: string
  invoiceAccountKey: string | null
  sentId: string | null
  sentNetDays: number | null
  sentDiscountPpm: number | null
  sentDiscountDays: number | null
  sentPosition: string
  orderId: string | null
  orderNumber: string
  orderedOn: CalendarDate | null
  shipFrom: CalendarDate | null
  shipBy: CalendarDate | null
  freightTerms: string | null
  orderCarrier: string | null
  orderNetDays: number | null
  orderDiscountPpm: number | null
  orderDiscountDays: number | null
  orderPosition: string
  /** The deduction it was divided from, whose sources are its own. */
  wholeId: string | null
  wholeNumber: number
  wholeClaim: string | null
} & Standing

/** What stands on a deduction now: the last judgement as lists show it, and what decides its next action. */
export type Standing = {
  version: number
  state: DeductionState
  openMinor: bigint
  factsHash: string | null
  isDecided: boolean
  verdict: VerdictKind
  missing: readonly MissingPaper[]
  liable: LiableParty | null
  deadlineOn: CalendarDate | null
  deadlineSource: string | null
  evidenceHave: number
  evidenceNeed: number
  nextAction: NextAction | null
}

/** The chosen deductions in the order of their ids as given; ids that are not there are left out. */
export async function readSubjects(ids: readonly string[], read: Read): Promise<Subject[]> {
  return read<Subject>(sql`
    SELECT d.id::text, d.number, d.customer_id::text AS "customerId", d.account_key AS "accountKey", d.claim_number AS "claimNumber",
      d.claim_key AS "claimKey", d.payment_number AS "paymentNumber", d.payment_key AS "paymentKey", d.taken_on::text AS "takenOn",
      d.amount_minor AS "amountMinor", d.currency, d.category, d.reason_code AS "reasonCode", d.code_text AS "codeText",
      d.invoice_key AS "invoiceKey", d.po_key AS "namedPoKey", d.item_id::text AS "itemId", d.quantity, d.unit_micros AS "unitMicros",
      coalesce(inv.po_key, d.po_key) AS "poKey", coalesce(inv.delivery_key, d.delivery_key) AS "deliveryKey",
      inv.id::text AS "invoiceId", inv.number AS "invoiceNumber", inv.number_key AS "invoiceNumberKey", inv.invoiced_on::text AS "invoicedOn",
      inv.net_minor AS "invoiceNetMinor", inv.currency AS "invoiceCurrency", inv.position AS "invoicePosition", inv.account_key AS "invoiceAccountKey",
      sent.id::text AS "sentId", sent.net_days AS "sentNetDays", sent.discount_ppm AS "sentDiscountPpm", sent.discount_days AS "sentDiscountDays",
      sent.position AS "sentPosition", po.id::text AS "orderId", po.number AS "orderNumber", po.ordered_on::text AS "orderedOn",
      po.ship_from::text AS "shipFrom", po.ship_by::text AS "shipBy", po.freight_terms AS "freightTerms", po.carrier AS "orderCarrier",
      po.net_days AS "orderNetDays", po.discount_ppm AS "orderDiscountPpm", po.discount_days AS "orderDiscountDays", po.position AS "orderPosition",
      d.version, d.state, d.open_minor AS "openMinor", d.facts_hash AS "factsHash", d.decided_verdict IS NOT NULL AS "isDecided", d.verdict,
      coalesce(d.missing, '{}') AS missing, d.liable,
      d.deadline_on::text AS "deadlineOn", d.deadline_source AS "deadlineSource", d.evidence_have AS "evidenceHave", d.evidence_need AS "evidenceNeed",
      d.next_action AS "nextAction", whole.id::text AS "wholeId", whole.number AS "wholeNumber", whole.claim_number AS "wholeClaim"
    FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY AS chosen(id, place)
    JOIN deduction d ON d.id = chosen.id
    LEFT JOIN deduction whole ON whole.id = d.split_of_id
    LEFT JOIN invoice inv ON inv.number_key = d.invoice_key AND inv.customer_id = d.customer_id
    LEFT JOIN sent_invoice sent ON sent.customer_id = d.customer_id AND sent.number_key = d.invoice_key
    LEFT JOIN purchase_order po ON po.customer_id = d.customer_id AND po.number_key = coalesce(inv.po_key, d.po_key)
    ORDER BY chosen.place`)
}
