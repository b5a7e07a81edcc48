import type pg from 'pg'
import { pool } from '@/server/db/client'

const LINES_PER_ORDER = 10
const CUSTOMERS = 20

/** Customers, articles and one import batch that all lines belong to. */
export async function makeTrade(): Promise<void> {
  await inSession(async (client) => {
    await client.query(
      `INSERT INTO customer (code, name, company_code, currency, net_days) SELECT 'B' || n, 'Bench ' || n, 'US01', 'USD', 30 FROM generate_series(1, $1::int) n`,
      [CUSTOMERS],
    )
    await client.query(
      `INSERT INTO stored_file (sha256, bytes, media_type, storage_key) VALUES (repeat('a', 64), 1, 'text/csv', 'aa/' || repeat('a', 64))`,
    )
    await client.query(
      `INSERT INTO import_batch (file_id, file_name, sha256, bytes, format, kind, way) SELECT id, 'bench', sha256, 1, 'csv', 'bench', 'cli' FROM stored_file`,
    )
    await client.query(
      `INSERT INTO item (material, material_key, description, case_pack) SELECT 'M' || n, 'M' || n, 'Item ' || n, 1 FROM generate_series(1, 200) n`,
    )
  })
}

/**
 * Lines of customers' orders and SAP's lines for them, from one order number to another. Three in a hundred lines differ: a
 * quantity (1), a price (0.5), an order typed with a prefix or a wrong digit (0.5), a line left out on either side (0.3 each),
 * a line of another number (0.4).
 */
export async function makeOrderLines(lines: number, from: number): Promise<void> {
  const orders = [from, from + lines / LINES_PER_ORDER - 1]
  await inSession(async (client) => {
    await client.query(
      `INSERT INTO purchase_order (customer_id, number, number_key, ordered_on, currency, net_days, source, fingerprint, batch_id, position)
       SELECT c.id, n::text, n::text, '2026-01-01'::date + (n % 60)::int, 'USD', 30, 'x12', 'f', b.id, 'row ' || n FROM generate_series($1::bigint, $2::bigint) n
       JOIN customer c ON c.code = 'B' || (n % ${CUSTOMERS} + 1) CROSS JOIN import_batch b`,
      orders,
    )
    await client.query(
      `INSERT INTO purchase_order_line (purchase_order_id, line, customer_id, item_id, quantity, unit, price_micros, position)
       SELECT o.id, l::text, o.customer_id, i.id, 24 + o.number::bigint % 7, 'EA', 74500000, 'row' FROM purchase_order o CROSS JOIN generate_series(1, ${LINES_PER_ORDER}) l
       JOIN item i ON i.material = 'M' || ((o.number::bigint * 7 + l * 13) % 200 + 1)
       WHERE o.number::bigint BETWEEN $1 AND $2 AND (o.number::bigint * 10 + l) % 1000 NOT IN (991, 992, 993)`,
      orders,
    )
    await client.query(
      `INSERT INTO sales_order_line (customer_id, number, number_key, line, ordered_on, po_number, po_key, sold_to_key, item_id, material, quantity, unit, price_micros, net_minor, currency, terms, fingerprint, batch_id, position)
       SELECT o.customer_id, 'S' || o.number, 'S' || o.number, (CASE WHEN part BETWEEN 970 AND 973 THEN l + 50 ELSE l END * 10)::text, o.ordered_on, p.number, p.number, '1', i.id, 'M',
         24 + n % 7 - CASE WHEN part BETWEEN 500 AND 509 THEN 1 ELSE 0 END, 'EA', CASE WHEN part BETWEEN 600 AND 604 THEN 73000000 ELSE 74500000 END, 178800, 'USD', 'N30', 'f', o.batch_id, 'row'
       FROM purchase_order o CROSS JOIN LATERAL (SELECT o.number::bigint AS n) v CROSS JOIN generate_series(1, ${LINES_PER_ORDER}) l CROSS JOIN LATERAL (SELECT (n * 10 + l) % 1000 AS part) w
       CROSS JOIN LATERAL (SELECT CASE WHEN n % 400 = 77 THEN 'PO' || o.number WHEN n % 400 = 177 THEN overlay(o.number placing '9' from 4 for 1) ELSE o.number END AS number) p
       JOIN item i ON i.material = 'M' || ((n * 7 + l * 13) % 200 + 1)
       WHERE o.number::bigint BETWEEN $1 AND $2 AND part NOT IN (981, 982, 983)`,
      orders,
    )
    await client.query('ANALYZE')
  })
}

async function inSession(work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await pool().connect()
  try {
    await client.query(`SELECT set_config('recoup.actor', '{"kind":"job","id":"bench","name":"bench"}', false), set_config('recoup.operation', gen_random_uuid()::text, false),
      set_config('recoup.event', 'bench.prepared', false)`)
    await work(client)
  } finally {
    client.release()
  }
}
