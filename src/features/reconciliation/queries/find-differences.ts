import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { type Sql, select, sql } from '@/server/db/client'
import { limitToPage } from '@/server/db/limit-to-page'
import type { DifferenceKind, DifferenceState } from '../rules/difference-kinds'
import type { DifferenceFilter } from '../schemas'
import { differenceConditions } from './difference-conditions'

export type DifferenceRow = {
  id: string
  kind: DifferenceKind
  customer_id: string
  customer_code: string
  customer_name: string
  po_number: string | null
  po_key: string | null
  delivery_key: string | null
  invoice_key: string | null
  line: string | null
  field: string
  sap_value: string | null
  other_value: string | null
  other_source: string | null
  item_number: string | null
  description: string | null
  severity_minor: bigint
  currency: string
  owner_team: string
  state: DifferenceState
  first_seen_at: Date
  last_seen_at: Date
  due_on: CalendarDate | null
  reopened: number
  /** How the records were brought together, where not by their numbers. */
  match_kind: string | null
  tolerance_id: string | null
  version: number
}

export type DifferencePage = {
  rows: DifferenceRow[]
  total: number
  sums: { currency: string; count: number; severity_minor: bigint }[]
  byKind: { kind: DifferenceKind; count: number }[]
  /** Every state under the same filters, with what its differences are worth per currency. */
  byState: StateTotal[]
}

export type StateTotal = { state: DifferenceState; currency: string; count: number; severity_minor: bigint }

const SORTS: Readonly<Record<DifferenceFilter['sort'], Sql>> = {
  severity: sql`d.severity_minor`,
  due: sql`d.due_on`,
  'first-seen': sql`d.first_seen_at`,
  customer: sql`c.name`,
  po: sql`d.po_key`,
}

/** Where SAP, portal, logistics and billing disagree; the dearest first. */
export async function findDifferences(actor: Actor, filter: DifferenceFilter): Promise<DifferencePage> {
  const where = differenceConditions(actor, filter)
  const from = sql`difference d JOIN customer c ON c.id = d.customer_id LEFT JOIN item i ON i.id = d.item_id LEFT JOIN record_match m ON m.id = d.match_id`
  const direction = filter.direction === 'asc' ? sql`ASC` : sql`DESC`
  const [rows, sums, byKind, byState] = await Promise.all([
    select<DifferenceRow>(sql`
      SELECT d.id, d.kind, d.customer_id, c.code AS customer_code, c.name AS customer_name, d.po_number, d.po_key, d.delivery_key, d.invoice_key, d.line, d.field, d.sap_value,
        d.other_value, d.other_source, coalesce(i.vendor_part, i.material) AS item_number, i.description, d.severity_minor, d.currency, d.owner_team, d.state,
        d.first_seen_at, d.last_seen_at, d.due_on, d.reopened, d.tolerance_id::text, m.kind AS match_kind, d.version
      FROM ${from} WHERE ${where} ORDER BY ${SORTS[filter.sort]} ${direction} NULLS LAST, d.id
      ${limitToPage(filter.page)}`),
    select<{ currency: string; count: number; severity_minor: bigint }>(
      sql`SELECT d.currency, count(*)::int AS count, coalesce(sum(d.severity_minor), 0)::bigint AS severity_minor FROM ${from} WHERE ${where} GROUP BY d.currency ORDER BY d.currency`,
    ),
    select<{ kind: DifferenceKind; count: number }>(
      sql`SELECT d.kind, count(*)::int AS count FROM ${from} WHERE ${differenceConditions(actor, { ...filter, kind: undefined })} GROUP BY d.kind ORDER BY count(*) DESC, d.kind`,
    ),
    select<StateTotal>(
      sql`SELECT d.state, d.currency, count(*)::int AS count, coalesce(sum(d.severity_minor), 0)::bigint AS severity_minor
      FROM ${from} WHERE ${differenceConditions(actor, { ...filter, state: 'all' })} GROUP BY d.state, d.currency ORDER BY d.state, d.currency`,
    ),
  ])
  return { rows, total: sums.reduce((count, sum) => count + sum.count, 0), sums, byKind, byState }
}
