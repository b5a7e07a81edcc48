import { isSettledDelivery } from '@/features/shipments/queries/settled-delivery'
import { type Sql, sql } from '@/server/db/client'

/*
 * Every finder selects the columns of `found_signal` (raise-signals.ts) over the states of gather-order-states.ts: kind, customer, order, delivery,
 * invoice, paper, carrier, PRO, BOL, since, due, at stake, currency. Limits in days come from `step_clock`, as of the day the step began.
 */
type Finder = (today: string) => Sql

const NO_TEXT = sql`NULL::text`
const NO_ID = sql`NULL::uuid`

/** An order that came by EDI and is not confirmed; customers who never get confirmations are left out. */
const findUnconfirmed: Finder = (today) => sql`
  SELECT 'order-unconfirmed', o.customer_id, o.po_number, o.po_key, ${NO_TEXT}, ${NO_TEXT}, ${NO_ID}, ${NO_TEXT}, ${NO_TEXT}, ${NO_TEXT}, o.ordered_on,
    o.ordered_on + step_days('order-confirmed', o.customer_id, NULL, o.ordered_on), o.worth, o.currency
  FROM order_state o
  WHERE o.is_received AND o.confirmed IS NULL AND o.ordered_on + step_days('order-confirmed', o.customer_id, NULL, o.ordered_on) < ${today}::date
    AND o.customer_id IN (SELECT customer_id FROM order_confirmation_line)
    AND NOT EXISTS (SELECT 1 FROM delivery_state d WHERE d.customer_id = o.customer_id AND d.po_key = o.po_key)`

/** The last ship day is near, or over, and nothing left yet. */
const findWindowsAtRisk: Finder = (today) => sql`
  SELECT 'window-at-risk', o.customer_id, o.po_number, o.po_key, ${NO_TEXT}, ${NO_TEXT}, ${NO_ID}, ${NO_TEXT}, ${NO_TEXT}, ${NO_TEXT}, o.ordered_on, o.ship_by, o.worth, o.currency
  FROM order_state o
  WHERE o.ship_by - step_days('window-warning', o.customer_id, NULL, ${today}::date) <= ${today}::date
    AND NOT EXISTS (SELECT 1 FROM delivery_state d LEFT JOIN delivery_events e ON e.delivery_key = d.delivery_key
      WHERE d.customer_id = o.customer_id AND d.po_key = o.po_key AND (d.issued_on IS NOT NULL OR d.issue_status = 'C' OR e.delivered_on IS NOT NULL))
    AND NOT EXISTS (SELECT 1 FROM invoice_state v WHERE v.customer_id = o.customer_id AND v.po_key = o.po_key)`

/** Delivered by the carrier's word, while SAP still waits for goods issue. */
const findMissingGoodsIssues: Finder = () => sql`
  SELECT 'goods-issue-missing', d.customer_id, d.po_number, d.po_key, d.delivery_key, ${NO_TEXT}, ${NO_ID}, d.carrier, d.pro, d.bol, e.delivered_on,
    coalesce(d.planned_on, e.delivered_on) + step_days('goods-issue', d.customer_id, d.carrier, e.delivered_on), d.worth, d.currency
  FROM delivery_state d JOIN delivery_events e ON e.delivery_key = d.delivery_key WHERE d.issued_on IS NULL AND coalesce(d.issue_status, 'A') <> 'C'`

const NOTICE_DUE = sql`d.issued_on + step_days('notice-sent', d.customer_id, d.carrier, d.issued_on)`

/** Left the dock without a ship notice; customers who never get one are left out. */
const findMissingNotices: Finder = (today) => sql`
  SELECT 'notice-missing', d.customer_id, d.po_number, d.po_key, d.delivery_key, ${NO_TEXT}, ${NO_ID}, d.carrier, d.pro, d.bol, d.issued_on, ${NOTICE_DUE}, d.worth, d.currency
  FROM delivery_state d LEFT JOIN delivery_notices n ON n.delivery_key = d.delivery_key LEFT JOIN delivery_receipts r ON r.delivery_key = d.delivery_key
  WHERE n.delivery_key IS NULL AND r.delivery_key IS NULL AND ${NOTICE_DUE} < ${today}::date AND d.customer_id IN (SELECT customer_id FROM ship_notice)`

/** A ship notice whose last answer refuses it. */
const findRefusedNotices: Finder = () => sql`
  SELECT 'notice-refused', d.customer_id, d.po_number, d.po_key, d.delivery_key, ${NO_TEXT}, ${NO_ID}, d.carrier, d.pro, d.bol, n.sent_on,
    n.sent_on + step_days('notice-accepted', d.customer_id, d.carrier, n.sent_on), d.worth, d.currency
  FROM delivery_state d JOIN delivery_notices n ON n.delivery_key = d.delivery_key
  LEFT JOIN delivery_receipts r ON r.delivery_key = d.delivery_key WHERE n.outcome = 'rejected' AND r.delivery_key IS NULL`

/** A ship notice nobody answered; customers who never answer, and goods that were counted since, are left out. */
const findUnansweredNotices: Finder = (today) => sql`
  SELECT 'notice-unanswered', d.customer_id, d.po_number, d.po_key, d.delivery_key, ${NO_TEXT}, ${NO_ID}, d.carrier, d.pro, d.bol, n.sent_on,
    n.sent_on + step_days('notice-accepted', d.customer_id, d.carrier, n.sent_on), d.worth, d.currency
  FROM delivery_state d JOIN delivery_notices n ON n.delivery_key = d.delivery_key LEFT JOIN delivery_receipts r ON r.delivery_key = d.delivery_key
  WHERE n.outcome IS NULL AND r.delivery_key IS NULL AND n.sent_on + step_days('notice-accepted', d.customer_id, d.carrier, n.sent_on) < ${today}::date
    AND d.customer_id IN (SELECT customer_id FROM acknowledgement WHERE set_id IN ('856', '857'))`

const keptUntil = (day: Sql): Sql => sql`${day} + step_days('carrier-archive', d.customer_id, d.carrier, ${day})`

/** Delivered, not settled, and no receipt came: the carrier is asked while it still keeps one. */
const findMissingProofs: Finder = (today) => sql`
  SELECT 'proof-missing', d.customer_id, d.po_number, d.po_key, d.delivery_key, ${NO_TEXT}, ${NO_ID}, d.carrier, d.pro, d.bol, e.delivered_on,
    ${keptUntil(sql`e.delivered_on`)}, d.worth, d.currency
  FROM delivery_state d JOIN delivery_events e ON e.delivery_key = d.delivery_key LEFT JOIN delivery_proofs p ON p.delivery_key = d.delivery_key
  WHERE p.delivery_key IS NULL AND e.delivered_on + step_days('proof-received', d.customer_id, d.carrier, e.delivered_on) < ${today}::date
    AND ${keptUntil(sql`e.delivered_on`)} >= ${today}::date AND NOT ${isSettledDelivery(sql`d.delivery_key`)}`

/** The best receipt there is proves no count, something is still unsettled, and the carrier keeps its own. */
const findWeakProofs: Finder = (today) => sql`
  SELECT 'proof-weak', d.customer_id, d.po_number, d.po_key, d.delivery_key, ${NO_TEXT}, p.document_id, d.carrier, d.pro, d.bol, p.signed_on,
    ${keptUntil(sql`coalesce(e.delivered_on, p.signed_on, d.issued_on)`)}, d.worth, d.currency
  FROM delivery_state d JOIN delivery_proofs p ON p.delivery_key = d.delivery_key LEFT JOIN delivery_events e ON e.delivery_key = d.delivery_key
  WHERE p.grade IN ('C', 'D') AND ${keptUntil(sql`coalesce(e.delivered_on, p.signed_on, d.issued_on)`)} >= ${today}::date
    AND NOT ${isSettledDelivery(sql`d.delivery_key`)}`

const RECEIPT_DUE = sql`e.delivered_on + step_days('receipt-booked', d.customer_id, d.carrier, e.delivered_on)`

/** Delivered and billed, but the customer, who counts everything else, has booked nothing: such an invoice is refused as not received. */
const findMissingReceipts: Finder = (today) => sql`
  SELECT 'receipt-missing', d.customer_id, d.po_number, d.po_key, d.delivery_key, ${NO_TEXT}, ${NO_ID}, d.carrier, d.pro, d.bol, e.delivered_on, ${RECEIPT_DUE}, d.worth, d.currency
  FROM delivery_state d JOIN delivery_events e ON e.delivery_key = d.delivery_key LEFT JOIN delivery_receipts r ON r.delivery_key = d.delivery_key
  WHERE r.delivery_key IS NULL AND ${RECEIPT_DUE} < ${today}::date AND d.customer_id IN (SELECT customer_id FROM receipt)`

const BILLING_DUE = sql`d.issued_on + step_days('invoiced', d.customer_id, d.carrier, d.issued_on)`

/** Left the dock and is not billed. */
const findMissingInvoices: Finder = (today) => sql`
  SELECT 'invoice-missing', d.customer_id, d.po_number, d.po_key, d.delivery_key, ${NO_TEXT}, ${NO_ID}, d.carrier, d.pro, d.bol, d.issued_on, ${BILLING_DUE}, d.worth, d.currency
  FROM delivery_state d WHERE ${BILLING_DUE} < ${today}::date AND NOT EXISTS (SELECT 1 FROM invoice v WHERE v.delivery_key = d.delivery_key)`

/**
 * Billed before the goods: nothing left yet by anybody's word; or, where a customer's clock 'invoice-after-receipt' says so, billed while
 * the customer has not counted. Source: retailers refuse such invoices whole, as nothing received.
 */
const findEarlyInvoices: Finder = (today) => sql`
  SELECT 'invoice-before-goods', d.customer_id, d.po_number, d.po_key, d.delivery_key, v.invoice_key, ${NO_ID}, d.carrier, d.pro, d.bol, v.invoiced_on,
    v.invoiced_on + coalesce(step_days('invoice-after-receipt', d.customer_id, d.carrier, v.invoiced_on), 0), v.net_minor, v.currency
  FROM invoice_state v JOIN delivery_state d ON d.delivery_key = v.delivery_key
  LEFT JOIN delivery_events e ON e.delivery_key = d.delivery_key LEFT JOIN delivery_receipts r ON r.delivery_key = d.delivery_key
  WHERE r.delivery_key IS NULL AND ((d.issued_on IS NULL AND coalesce(d.issue_status, 'A') <> 'C' AND e.delivered_on IS NULL)
    OR v.invoiced_on + step_days('invoice-after-receipt', d.customer_id, d.carrier, v.invoiced_on) < ${today}::date)`

const INVOICE = sql`v.customer_id, v.po_number, v.po_key, v.delivery_key, v.invoice_key, NULL::uuid, NULL::text, NULL::text, NULL::text`

// An advice names it, or the ledger saw it cleared.
const IS_PAID = sql`(EXISTS (SELECT 1 FROM remittance_line r WHERE r.customer_id = v.customer_id AND r.reference_key = v.invoice_key)
  OR EXISTS (SELECT 1 FROM ledger_item l WHERE l.customer_id = v.customer_id AND l.document_key = v.invoice_key AND l.cleared_on IS NOT NULL))`

/** An invoice whose last answer refuses it. */
const findRefusedInvoices: Finder = () => sql`
  SELECT 'invoice-refused', ${INVOICE}, v.sent_on, v.sent_on + step_days('invoice-resent', v.customer_id, NULL, v.sent_on), v.net_minor, v.currency
  FROM invoice_state v WHERE v.outcome = 'rejected' AND v.sent_on IS NOT NULL AND NOT ${IS_PAID}`

/** An invoice nobody answered; customers who never answer, and invoices paid since, are left out. */
const findUnansweredInvoices: Finder = (today) => sql`
  SELECT 'invoice-unanswered', ${INVOICE}, v.sent_on, v.sent_on + step_days('invoice-accepted', v.customer_id, NULL, v.sent_on), v.net_minor, v.currency
  FROM invoice_state v WHERE v.sent_id IS NOT NULL AND v.outcome IS NULL AND v.sent_on + step_days('invoice-accepted', v.customer_id, NULL, v.sent_on) < ${today}::date
    AND v.customer_id IN (SELECT customer_id FROM acknowledgement WHERE set_id IN ('810', '857', '880', '894')) AND NOT ${IS_PAID}`

/** The due day and the days of grace are over, and neither an advice nor the ledger knows of money. */
const findOverduePayments: Finder = (today) => sql`
  SELECT 'payment-overdue', ${INVOICE}, v.invoiced_on, due.due_on, v.net_minor, v.currency
  FROM invoice_state v JOIN customer c ON c.id = v.customer_id
  CROSS JOIN LATERAL (SELECT coalesce((SELECT max(l.due_on) FROM ledger_item l WHERE l.customer_id = v.customer_id AND l.document_key = v.invoice_key), v.invoiced_on + c.net_days) AS due_on) due
  WHERE due.due_on + step_days('paid', v.customer_id, NULL, due.due_on) < ${today}::date AND NOT ${IS_PAID}`

export const SIGNAL_FINDERS: readonly Finder[] = [
  findUnconfirmed,
  findWindowsAtRisk,
  findMissingGoodsIssues,
  findMissingNotices,
  findRefusedNotices,
  findUnansweredNotices,
  findMissingProofs,
  findWeakProofs,
  findMissingReceipts,
  findMissingInvoices,
  findEarlyInvoices,
  findRefusedInvoices,
  findUnansweredInvoices,
  findOverduePayments,
]
