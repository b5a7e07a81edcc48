import type { CalendarDate } from '@/core/calendar-date'
import { sql } from '@/server/db/client'
import type { CorrectionPlace, ExceptionKind, ExceptionState } from '../rules/exception-kinds'

export type ExceptionStep = { step: string; value: string | null; source: string; batch?: string; position?: string; on?: string }

/** One exception with what a person needs to decide on it. */
export type ExceptionRow = {
  id: string
  customer_id: string
  customer_code: string
  customer_name: string
  po_number: string
  po_key: string
  /** The order is there; a change or a delivery may have come without it. */
  has_order: boolean
  /** '' where the whole order is meant. */
  line: string
  item: string | null
  kind: ExceptionKind
  field: string
  expected: string | null
  actual: string | null
  at_stake_minor: bigint
  currency: string
  steps: ExceptionStep[]
  state: ExceptionState
  owner_team: string
  owner_id: string | null
  owner_name: string | null
  due_at: Date | null
  /** The day of `due_at` in the customer's zone. */
  due_on: CalendarDate | null
  time_zone: string
  ship_by: CalendarDate | null
  is_shipped: boolean
  reason: string | null
  corrected_value: string | null
  correct_in: CorrectionPlace | null
  /** The sales order that was entered for the line, when there is one. */
  entered: string | null
  decided_by: string | null
  decided_at: Date | null
  reopened_count: number
  first_seen_at: Date
  version: number
  /** The open request for a second person's word. */
  request_hash: string | null
  requested_by: string | null
}

/** Source of `EXCEPTION_COLUMNS`: `order_exception x JOIN customer c` with order, line, owner, decider and open request. */
export const EXCEPTIONS = sql`order_exception x
  JOIN customer c ON c.id = x.customer_id
  LEFT JOIN purchase_order o ON o.id = x.purchase_order_id
  LEFT JOIN purchase_order_line l ON l.purchase_order_id = x.purchase_order_id AND l.line = x.line
  LEFT JOIN item i ON i.id = l.item_id
  LEFT JOIN app_user owner ON owner.id = x.owner_id
  LEFT JOIN app_user decider ON decider.id = x.decided_by
  LEFT JOIN approval_request r ON r.kind = 'order-release' AND r.subject_id = x.id AND r.state = 'open'`

/** Goods issue was posted for a delivery of the order. */
export const IS_SHIPPED = sql`EXISTS (SELECT 1 FROM delivery_line d WHERE d.customer_id = x.customer_id AND d.po_key = x.po_key AND d.issued_on IS NOT NULL)`

export const EXCEPTION_COLUMNS = sql`x.id, x.customer_id, c.code AS customer_code, c.name AS customer_name, x.po_number, x.po_key,
  x.purchase_order_id IS NOT NULL AS has_order, x.line, coalesce(i.description, i.vendor_part, l.customer_item) AS item, x.kind, x.field, x.expected, x.actual,
  x.at_stake_minor, x.currency, x.steps, x.state, x.owner_team, x.owner_id, owner.name AS owner_name, x.due_at,
  (x.due_at AT TIME ZONE c.time_zone)::date AS due_on, c.time_zone, o.ship_by, ${IS_SHIPPED} AS is_shipped, x.reason, x.corrected_value, x.correct_in,
  (SELECT min(s.number || ' / ' || s.line) FROM sales_order_line s WHERE s.customer_id = x.customer_id AND s.po_key = x.po_key
    AND (x.line = '' OR s.line_no = line_number(x.line))) AS entered,
  decider.name AS decided_by, x.decided_at, x.reopened_count, x.first_seen_at, x.version, r.content_hash AS request_hash, r.requested_by::text`
