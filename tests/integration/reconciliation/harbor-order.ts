import { readFileSync } from 'node:fs'
import { nameTestActor } from '@tests/factories/records'
import type { TestDatabase } from '@tests/integration/database'

/** Ids of `harbor-order.sql`. */
export const HARBOR = '00000000-0000-7000-8000-0000000000c1'
export const KESTREL = '00000000-0000-7000-8000-0000000000c2'
export const BATCH = '00000000-0000-7000-8000-0000000000b1'

/** Inserts the order of Harbor & Pine with everything that followed it. */
export async function insertHarborOrder(database: TestDatabase): Promise<void> {
  await nameTestActor(database)
  await database.query(readFileSync(new URL('./harbor-order.sql', import.meta.url), 'utf8'))
}

/** The customer changes line 1 of the order; quantity in eaches, price in millionths. */
export async function changeOrder(database: TestDatabase, change: { quantity?: number; priceMicros?: number; on: string }): Promise<void> {
  await database.query(
    `insert into order_change (customer_id, po_number, po_key, changed_on, line, code, quantity_new, price_micros_new, fingerprint, batch_id, position)
     values ($1, '4500118', '4500118', $2::date, '1', 'CA', $3, $4, $2::date::text, $5, 'segment 4')`,
    [HARBOR, change.on, change.quantity ?? null, change.priceMicros ?? null, BATCH],
  )
}
