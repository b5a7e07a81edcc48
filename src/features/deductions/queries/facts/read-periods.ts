import { sql } from '@/server/db/client'
import { monthOf, readFinePeriod, type StatedPeriod } from '../../rules/fine-period'
import type { PeriodFacts, PeriodOrderFacts } from '../../rules/period-facts'
import type { ClaimFacts, CustomerFacts } from '../../rules/validity-facts'
import { type Groups, grouped, type Read } from './read'
import type { RemittanceLine } from './read-sources'
import type { Subject } from './read-subjects'

type Days = Pick<PeriodFacts, 'from' | 'to'> & { customerId: string }
type Asked = { days: Days; stated: PeriodFacts['stated'] }
/** What the sources of a deduction say, and the rules that hold for it. */
type PeriodSources = { claim: ClaimFacts | null; line: RemittanceLine | null; customer: CustomerFacts }

/**
 * The orders that compliance fines are measured over: those of the period a fine names, else of the month in which its order was due where the customer
 * keeps a threshold. One statement for all periods.
 */
export async function readPeriods(
  subjects: readonly Subject[],
  sourcesOf: (subject: Subject) => PeriodSources,
  read: Read,
): Promise<(subject: Subject) => PeriodFacts | null> {
  const asked = new Map(
    subjects.flatMap((subject) => {
      const period = subject.category === 'compliance' ? askPeriod(subject, sourcesOf(subject)) : null
      return period === null ? [] : [[subject.id, period] as const]
    }),
  )
  if (asked.size === 0) return () => null
  const distinctDays = new Map([...asked.values()].map(({ days }) => [keyOf(days), days]))
  const orders = await readOrdersDue([...distinctDays.values()], read)
  const lists = new Map([...distinctDays].map(([key], place) => [key, orders.of(place + 1)]))
  return ({ id }) => {
    const period = asked.get(id)
    if (period === undefined) return null
    const { from, to } = period.days
    return { from, to, stated: period.stated, orders: lists.get(keyOf(period.days)) ?? [] }
  }
}

function keyOf({ customerId, from, to }: Days): string {
  return `${customerId} ${from} ${to}`
}

function askPeriod(subject: Subject, { claim, line, customer }: PeriodSources): Asked | null {
  const { customerId, shipBy } = subject
  const stated = statedPeriod(subject, claim, line)
  if (stated) return { days: { customerId, from: stated.period.from, to: stated.period.to }, stated: stated.source }
  const hasThreshold = (customer.onTimeRule ?? customer.inFullRule) !== undefined
  return shipBy !== null && hasThreshold ? { days: { customerId, ...monthOf(shipBy) }, stated: null } : null
}

function statedPeriod(
  { id, claimNumber, codeText }: Subject,
  claim: ClaimFacts | null,
  line: RemittanceLine | null,
): { period: StatedPeriod; source: NonNullable<PeriodFacts['stated']> } | null {
  const place = claim
    ? { document: 'portal-claim' as const, id: claim.id, number: claim.number, position: claim.position }
    : line
      ? { document: 'remittance' as const, id: line.id, number: line.remittanceNumber, position: line.position }
      : { document: 'deduction' as const, id, number: claimNumber, position: null }
  for (const text of [claim?.reference, line?.text, codeText, claimNumber]) {
    const period = text ? readFinePeriod(text) : null
    if (period === null) continue
    const isOfLine = line !== null && text === line.text
    return {
      period,
      source: isOfLine
        ? { document: 'remittance', id: line.id, number: line.remittanceNumber, position: line.position, says: period.says }
        : { ...place, says: period.says },
    }
  }
  return null
}

type OrderRow = Omit<PeriodOrderFacts, 'arrival'> & {
  owner: number
  arrivedOn: string | null
  eventId: string | null
  eventPosition: string | null
  paperId: string | null
  paperName: string | null
  paperPosition: string | null
}

/** The orders due in each period that were not cancelled, with what came of them and when; by the place of the period, counted from one. */
async function readOrdersDue(periods: readonly Days[], read: Read): Promise<Groups<number, PeriodOrderFacts>> {
  const rows = await read<OrderRow>(sql`
    WITH due AS MATERIALIZED (
      SELECT k.place::int AS place, o.id, o.customer_id, o.number, o.number_key, o.ship_by, o.position, o.currency
      FROM unnest(${periods.map((one) => one.customerId)}::uuid[], ${periods.map((one) => one.from)}::date[], ${periods.map((one) => one.to)}::date[])
        WITH ORDINALITY AS k(customer_id, first, last, place)
      JOIN purchase_order o ON o.customer_id = k.customer_id AND o.ship_by BETWEEN k.first AND k.last
    ), delivered AS MATERIALIZED (
      SELECT DISTINCT d.id AS order_id, l.number_key, l.bol_key, l.pro_key FROM (SELECT DISTINCT id, customer_id, number_key FROM due) d
      JOIN delivery_line l ON l.customer_id = d.customer_id AND l.po_key = d.number_key
    ), arrived AS (
      SELECT v.order_id, coalesce(e.on_day, p.signed_on) AS on_day, e.id AS event_id, e.position AS event_position,
        CASE WHEN e.id IS NULL THEN p.document_id END AS paper_id, p.file_name, p.place, a.is_moved
      FROM delivered v
      LEFT JOIN LATERAL (SELECT c.id, c.position, (c.happened_at AT TIME ZONE 'UTC')::date AS on_day FROM carrier_event c
        WHERE c.status = 'D1' AND c.happened_at IS NOT NULL AND (c.delivery_key = v.number_key OR c.bol_key = v.bol_key OR c.pro_key = v.pro_key)
        ORDER BY c.happened_at DESC, c.id DESC LIMIT 1) e ON true
      LEFT JOIN LATERAL (SELECT w.signed_on, w.document_id, doc.file_name, coalesce(w.citations ->> 'signedOn', 'page 1') AS place
        FROM delivery_paper w JOIN document doc ON doc.id = w.document_id AND doc.tombstoned_at IS NULL AND doc.replaced_by_id IS NULL
        WHERE w.signed_on IS NOT NULL AND w.kind IN ('delivery-receipt', 'proof-of-delivery')
          AND (w.delivery_key = v.number_key OR w.bol_key = v.bol_key OR w.pro_key = v.pro_key)
        ORDER BY w.signed_on DESC, doc.file_name LIMIT 1) p ON true
      LEFT JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM carrier_event c WHERE c.status = 'AG'
        AND (c.delivery_key = v.number_key OR c.bol_key = v.bol_key OR c.pro_key = v.pro_key)) AS is_moved) a ON true
    ), last AS (
      SELECT DISTINCT ON (order_id) *, bool_or(is_moved) OVER (PARTITION BY order_id) AS any_moved FROM arrived
      ORDER BY order_id, on_day DESC NULLS FIRST, event_id, paper_id
    ), piece AS (
      SELECT n.purchase_order_id AS order_id, n.item_id, sum(n.quantity)::bigint AS ordered, max(n.price_micros) AS micros FROM order_line_now n
      WHERE n.purchase_order_id IN (SELECT id FROM due) GROUP BY n.purchase_order_id, n.item_id
    ), counted AS (
      SELECT d.id AS order_id, l.item_id, sum(l.received)::bigint AS came FROM (SELECT DISTINCT id, customer_id, number_key FROM due) d
      JOIN counted_receipt r ON r.customer_id = d.customer_id AND r.po_key = d.number_key JOIN receipt_line l ON l.receipt_id = r.id GROUP BY d.id, l.item_id
    ), shipped AS (
      SELECT d.id AS order_id, l.item_id, sum(l.quantity)::bigint AS came FROM (SELECT DISTINCT id, customer_id, number_key FROM due) d
      JOIN delivery_line l ON l.customer_id = d.customer_id AND l.po_key = d.number_key GROUP BY d.id, l.item_id
    ), filled AS (
      SELECT p.order_id, sum(p.ordered)::bigint AS ordered, sum(p.ordered * coalesce(p.micros, 0))::bigint AS ordered_micros,
        sum(least(p.ordered, CASE WHEN k.is_counted THEN coalesce(c.came, 0) ELSE coalesce(s.came, 0) END))::bigint AS filled,
        sum(greatest(0, p.ordered - CASE WHEN k.is_counted THEN coalesce(c.came, 0) ELSE coalesce(s.came, 0) END) * coalesce(p.micros, 0))::bigint AS unfilled_micros,
        bool_or(k.is_counted) AS is_counted
      FROM piece p CROSS JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM counted c WHERE c.order_id = p.order_id) AS is_counted) k
      LEFT JOIN counted c ON c.order_id = p.order_id AND c.item_id IS NOT DISTINCT FROM p.item_id
      LEFT JOIN shipped s ON s.order_id = p.order_id AND s.item_id IS NOT DISTINCT FROM p.item_id
      GROUP BY p.order_id
    )
    SELECT d.place AS owner, d.id::text, d.number, d.ship_by::text AS "shipBy", d.position, d.currency, f.ordered,
      CASE WHEN f.is_counted OR l.on_day IS NOT NULL THEN f.filled END AS filled, f.ordered_micros AS "orderedMicros", f.unfilled_micros AS "unfilledMicros",
      coalesce(l.any_moved, false) AS "isMoved", l.on_day::text AS "arrivedOn", l.event_id::text AS "eventId", l.event_position AS "eventPosition",
      l.paper_id::text AS "paperId", l.file_name AS "paperName", l.place AS "paperPosition"
    FROM due d JOIN filled f ON f.order_id = d.id LEFT JOIN last l ON l.order_id = d.id WHERE f.ordered > 0 ORDER BY d.place, d.ship_by, d.number, d.id`)
  return grouped(
    rows.map(({ arrivedOn, eventId, eventPosition, paperId, paperName, paperPosition, ...row }) => ({
      ...row,
      arrival: arrivalOf(arrivedOn, { eventId, eventPosition, paperId, paperName, paperPosition }),
    })),
  )
}

type ArrivalPlace = Pick<OrderRow, 'eventId' | 'eventPosition' | 'paperId' | 'paperName' | 'paperPosition'>

function arrivalOf(on: string | null, place: ArrivalPlace): PeriodOrderFacts['arrival'] {
  if (on === null) return null
  const day = on as NonNullable<PeriodOrderFacts['arrival']>['on']
  if (place.eventId !== null) return { on: day, document: 'carrier-status', id: place.eventId, number: 'D1', position: place.eventPosition }
  return { on: day, document: 'proof-of-delivery', id: place.paperId ?? '', number: place.paperName, position: place.paperPosition }
}
