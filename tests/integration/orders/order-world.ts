import { BATCH, HARBOR } from '@tests/integration/reconciliation/harbor-order'
import type { TestDatabase } from '../database'

/** Articles of `harbor-order.sql`: headphones in cases of 6, cables in cases of 12 and inner packs of 4. */
export const HEADPHONES = '00000000-0000-7000-8000-0000000000a1'
export const CABLE = '00000000-0000-7000-8000-0000000000a2'

export type OrderLine = {
  item?: string | null
  quantity?: number
  unit?: string
  price?: string | null
  pack?: number
  customerItem?: string
  /** What its SAC takes off, in cents, and the agreement it names. */
  allowance?: number
  agreement?: string
}
export type Order = {
  number: string
  orderedOn?: string
  currency?: string
  shipFrom?: string
  shipBy?: string
  netDays?: number
  discountPpm?: number
  allowance?: number
  agreement?: string
  statedTotalMinor?: number
  lines?: readonly OrderLine[]
}

/** Inserts an order of Harbor & Pine that is as agreed, except for what the caller says. */
export async function insertOrder(database: TestDatabase, order: Order): Promise<void> {
  const { number, orderedOn = '2026-03-02', currency = 'USD', shipFrom = '2026-03-09', shipBy = '2026-03-20', lines = [{}] } = order
  await database.query(
    `insert into purchase_order (customer_id, number, number_key, ordered_on, currency, ship_from, ship_by, net_days, discount_ppm, stated_total_minor, allowance_minor, allowance_agreement, source, fingerprint, batch_id, position)
     values ($1, $2::text, comparison_key($2::text), $3, $4, $5, $6, $7, $8, $9, $10, $11, '850', $2::text, $12, 'segment 3')`,
    [
      ...[
        HARBOR,
        number,
        orderedOn,
        currency,
        shipFrom,
        shipBy,
        order.netDays ?? 30,
        order.discountPpm ?? null,
        order.statedTotalMinor ?? null,
      ],
      ...[order.allowance ?? null, order.agreement ?? null, BATCH],
    ],
  )
  for (const [index, line] of lines.entries()) {
    const { item = HEADPHONES, quantity = 6, unit = 'EA', price = '74.50', pack = null, customerItem = null } = line
    await database.query(
      `insert into purchase_order_line (purchase_order_id, line, customer_id, item_id, customer_item, quantity, unit, price_micros, pack, position, allowance_minor, allowance_agreement)
       select id, $2::text, customer_id, $3, $4, $5, $6, ($7::numeric * 1000000)::bigint, $8, 'segment ' || (7 + $2::text::int), $9, $10 from purchase_order where number = $1`,
      [number, String(index + 1), item, customerItem, quantity, unit, price, pack, line.allowance ?? null, line.agreement ?? null],
    )
  }
}

/** A change of an order as the customer's 860 tells it. */
export async function insertChange(
  database: TestDatabase,
  change: { number: string; line?: string; code: string; quantity?: number; delta?: number; price?: string; on?: string },
): Promise<void> {
  await database.query(
    `insert into order_change (customer_id, po_number, po_key, changed_on, line, code, quantity_new, quantity_delta, price_micros_new, fingerprint, batch_id, position)
     values ($1, $2::text, comparison_key($2::text), $3, $4, $5, $6, $7, ($8::numeric * 1000000)::bigint, md5(random()::text), $9, 'segment 5')`,
    [
      HARBOR,
      change.number,
      change.on ?? '2026-03-03',
      change.line ?? '1',
      change.code,
      change.quantity ?? null,
      change.delta ?? null,
      change.price ?? null,
      BATCH,
    ],
  )
}
