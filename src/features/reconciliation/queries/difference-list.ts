import type { Actor } from '@/core/actor'
import type { ListAddress } from '@/core/list-address'
import { companyToday } from '@/server/clock'
import { select, sql } from '@/server/db/client'
import { keyContains } from '@/server/db/key-contains'
import { scopeOf } from '@/server/db/scope-of'
import { customerColumn } from '@/server/lists/customer-column'
import { keyedColumn } from '@/server/lists/keyed-column'
import { listConditions } from '@/server/lists/list-conditions'
import type { ListSource } from '@/server/lists/list-source'
import type { DifferenceKind } from '../rules/difference-kinds'
import { DIFFERENCE_LIST } from '../rules/difference-list'

const NUMBER = sql`coalesce(d.po_number, d.delivery_key, d.invoice_key)`

/** The list of differences in the database, over `difference d`, `customer c`, `item i` and how records were matched, `m`. */
export const DIFFERENCE_SOURCE: ListSource = {
  shape: DIFFERENCE_LIST,
  from: sql`difference d JOIN customer c ON c.id = d.customer_id LEFT JOIN item i ON i.id = d.item_id LEFT JOIN record_match m ON m.id = d.match_id`,
  id: sql`d.id`,
  currency: sql`d.currency`,
  scope: (actor) => scopeOf(actor, sql`d.customer_id`),
  columns: () => ({
    number: keyedColumn(NUMBER, sql`coalesce(d.po_key, d.delivery_key, d.invoice_key)`),
    customer: customerColumn,
    kind: { value: sql`d.kind` },
    line: { value: sql`d.line` },
    item: { value: sql`coalesce(i.description, i.vendor_part, i.material)` },
    sap: { value: sql`d.sap_value` },
    other: { value: sql`d.other_value` },
    source: { value: sql`coalesce(d.other_source, 'sap')` },
    difference: { value: sql`d.other_value` },
    worth: { value: sql`d.severity_minor` },
    team: { value: sql`d.owner_team` },
    due: { value: sql`(CASE WHEN d.state IN ('open', 'asked') THEN d.due_on END)` },
    match: { value: sql`m.kind` },
    state: { value: sql`d.state` },
    'first-seen': { value: sql`d.first_seen_at` },
    currency: { value: sql`d.currency` },
  }),
  tabs: () => ({
    open: sql`d.state = 'open'`,
    asked: sql`d.state = 'asked'`,
    accepted: sql`d.state = 'accepted'`,
    resolved: sql`d.state = 'resolved'`,
  }),
  search: (typed) => keyContains(typed, [sql`d.po_key`, sql`d.delivery_key`, sql`d.invoice_key`]),
  extras: { field: sql`d.field`, customerId: sql`d.customer_id` },
}

/** How many differences of each kind an address would show, were it not narrowed to some of them; the most first. */
export async function findDifferenceKinds(actor: Actor, address: ListAddress): Promise<{ kind: DifferenceKind; count: number }[]> {
  const where = listConditions(DIFFERENCE_SOURCE, actor, { ...address, quick: { ...address.quick, kind: [] } }, companyToday())
  return select(
    sql`SELECT d.kind, count(*)::int AS count FROM ${DIFFERENCE_SOURCE.from} WHERE ${where} GROUP BY d.kind ORDER BY count(*) DESC, d.kind`,
  )
}
