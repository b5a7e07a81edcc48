import { sql } from '@/server/db/client'
import type { DeliveryFacts, ReceiptFacts, ShipNoticeFacts } from '../../rules/shipment-facts'
import { distinct, Groups, grouped, type NumbersOfCustomers, type Read } from './read'
import type { Subject } from './read-subjects'

/** A delivery with the numbers its papers, receipts and the carrier's messages go by. */
export type Delivery = { facts: DeliveryFacts; numberKey: string; bolKey: string | null; proKey: string | null }

type DeliveryRow = Omit<DeliveryFacts, 'lines'> & DeliveryFacts['lines'][number] & Omit<Delivery, 'facts'>

/** Deliveries by number; what is the same on every line is read from the first. */
export async function readDeliveries(subjects: readonly Subject[], read: Read): Promise<Map<string, Delivery>> {
  const rows = await read<DeliveryRow>(sql`
    SELECT l.number_key AS "numberKey", l.bol_key AS "bolKey", l.pro_key AS "proKey", l.id::text, l.number, l.planned_issue_on::text AS "plannedIssueOn",
      l.issued_on::text AS "issuedOn", l.issue_status AS "issueStatus", l.bol, l.carrier, l.pro, l.cartons, l.plant, l.position, l.line,
      l.item_id::text AS "itemId", l.quantity
    FROM delivery_line l WHERE l.number_key = ANY(${distinct(subjects.map((subject) => subject.deliveryKey))}::text[]) ORDER BY l.number_key, l.line`)
  const found = new Map<string, Delivery & { lines: DeliveryFacts['lines'][number][] }>()
  for (const { numberKey, bolKey, proKey, line, itemId, quantity, ...head } of rows) {
    let delivery = found.get(numberKey)
    if (delivery === undefined) {
      const lines: DeliveryFacts['lines'][number][] = []
      delivery = { facts: { ...head, lines }, lines, numberKey, bolKey, proKey }
      found.set(numberKey, delivery)
    }
    delivery.lines.push({ line, itemId, quantity, position: head.position })
  }
  return found
}

type NoticeRow = Omit<ShipNoticeFacts, 'lines' | 'acknowledgement'> & {
  place: number
  outcome: 'accepted' | 'with-errors' | 'rejected' | null
  on: string | null
}

/** The ship notice of each delivery, by the place of its number. */
export async function readShipNotices(deliveries: NumbersOfCustomers, read: Read): Promise<Map<number, ShipNoticeFacts>> {
  if (deliveries.keys.length === 0) return new Map()
  const rows = await read<NoticeRow>(sql`
    SELECT k.place::int, n.id::text, n.number, (n.sent_at AT TIME ZONE 'UTC')::date::text AS "sentOn", n.shipped_on::text AS "shippedOn",
      n.expected_on::text AS "expectedOn", n.carrier, n.cartons, n.position, a.outcome, (a.acknowledged_at AT TIME ZONE 'UTC')::date::text AS "on"
    FROM unnest(${deliveries.customerIds}::uuid[], ${deliveries.keys}::text[]) WITH ORDINALITY AS k(customer_id, key, place)
    JOIN ship_notice n ON n.customer_id = k.customer_id AND n.number_key = k.key
    LEFT JOIN LATERAL (SELECT * FROM acknowledgement a WHERE a.customer_id = n.customer_id AND a.set_id IN ('856', '857') AND (a.number_key = n.number_key
        OR (a.number_key IS NULL AND a.group_control = n.group_control AND coalesce(a.set_control, n.set_control) = n.set_control))
      ORDER BY a.acknowledged_at DESC NULLS LAST, a.id DESC LIMIT 1) a ON true`)
  if (rows.length === 0) return new Map()
  const lines = grouped(
    await read<ShipNoticeFacts['lines'][number] & { owner: string }>(sql`
      SELECT l.ship_notice_id::text AS owner, l.line, l.item_id::text AS "itemId", l.quantity, l.cartons, l.position
      FROM ship_notice_line l WHERE l.ship_notice_id = ANY(${rows.map((row) => row.id)}::uuid[]) ORDER BY l.ship_notice_id, l.line`),
  )
  return new Map(
    rows.map(({ place, outcome, on, ...notice }) => [
      place,
      {
        ...notice,
        acknowledgement: outcome === null ? null : { outcome, on: on as ShipNoticeFacts['sentOn'] },
        lines: lines.of(notice.id),
      },
    ]),
  )
}

export type Receipt = Omit<ReceiptFacts, 'isOnThisOrder' | 'isOnThisShipment'> & { place: number }
type ReceiptRow = Omit<Receipt, 'lines' | 'place'> & { orderPlace: number | null; shipmentPlace: number | null }
export type ReceiptRows = { byOrder: Groups<number, Receipt>; byShipment: Groups<number, Receipt> }

/** What the customer counted on each order and on each shipment; `place` is the order of counting. */
export async function readReceipts(orders: NumbersOfCustomers, shipments: NumbersOfCustomers, read: Read): Promise<ReceiptRows> {
  const found: ReceiptRows = { byOrder: new Groups(), byShipment: new Groups() }
  if (orders.keys.length === 0 && shipments.keys.length === 0) return found
  const columns = sql`r.id::text, r.number, r.received_on, r.purpose, r.po_number, r.position`
  const rows = await read<ReceiptRow>(sql`
    SELECT c.id, c.number, c.received_on::text AS "receivedOn", c.purpose, c.po_number AS "poNumber", c.position, c.order_place AS "orderPlace",
      c.shipment_place AS "shipmentPlace"
    FROM (
      SELECT ${columns}, k.place::int AS order_place, NULL::int AS shipment_place
      FROM unnest(${orders.customerIds}::uuid[], ${orders.keys}::text[]) WITH ORDINALITY AS k(customer_id, key, place)
      JOIN counted_receipt r ON r.customer_id = k.customer_id AND r.po_key = k.key
      UNION ALL
      SELECT ${columns}, NULL, k.place::int
      FROM unnest(${shipments.customerIds}::uuid[], ${shipments.keys}::text[]) WITH ORDINALITY AS k(customer_id, key, place)
      JOIN counted_receipt r ON r.customer_id = k.customer_id AND r.bol_key = k.key) c
    ORDER BY c.received_on, c.number, c.id`)
  if (rows.length === 0) return found
  const lines = grouped(
    await read<ReceiptFacts['lines'][number] & { owner: string }>(sql`
      SELECT l.receipt_id::text AS owner, l.line, l.item_id::text AS "itemId", l.received, l.damaged, l.position
      FROM receipt_line l WHERE l.receipt_id = ANY(${distinct(rows.map((row) => row.id))}::uuid[]) ORDER BY l.receipt_id, l.line, l.id`),
  )
  const known = new Map<string, Receipt>()
  for (const { orderPlace, shipmentPlace, ...row } of rows) {
    const receipt = known.get(row.id) ?? { ...row, lines: lines.of(row.id), place: known.size }
    known.set(row.id, receipt)
    if (orderPlace !== null) found.byOrder.add(orderPlace, receipt)
    if (shipmentPlace !== null) found.byShipment.add(shipmentPlace, receipt)
  }
  return found
}
