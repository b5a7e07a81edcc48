import { systemActor } from '@/core/actor'
import { reconcile } from '@/features/reconciliation/commands/reconcile'
import { db, pool } from '@/server/db/client'
import type { BenchRow } from './bench-row'
import { medianMs, memoryMb, rounded, withDatabase } from './with-database'

const LINES = 10_000
const LINES_PER_ORDER = 10
const SAMPLE = 500
const GOAL = 200

/** Order lines against SAP lines, 3 % of them different: as sets, beside the same comparison line by line through the ORM. */
export async function benchReconciliation(): Promise<BenchRow[]> {
  return withDatabase(async () => {
    await makeLines()
    const actor = systemActor('bench')
    const ours = await medianMs(5, () => reconcile(actor, {}))
    const peer = (await medianMs(3, compareLineByLine)) * (LINES / SAMPLE)
    const ratio = rounded(peer / ours)
    return [
      {
        name: `Reconciling ${LINES.toLocaleString('en')} lines as sets beside line by line`,
        ours: `${Math.round(ours)} ms, every kind of difference, stored`,
        peers: { 'line by line': `${Math.round(peer).toLocaleString('en')} ms, the same steps, nothing stored, from ${SAMPLE} lines` },
        ratios: { 'line by line': ratio },
        goal: `${GOAL} × line by line`,
        met: ratio >= GOAL,
        memoryMb: memoryMb(),
      },
    ]
  })
}

/** The same comparison for one line after the other: order, changes, billing, delivery, ship notice and receipt are asked each. */
async function compareLineByLine(): Promise<void> {
  const lines = await db().salesOrderLine.findMany({ take: SAMPLE, orderBy: [{ numberKey: 'asc' }, { line: 'asc' }] })
  let differences = 0
  for (const line of lines) if (await differs(line)) differences += 1
  if (differences === 0) throw new Error('the bench found no difference at all')
}

type Line = {
  customerId: string
  poKey: string | null
  lineNo: number | null
  quantity: bigint
  priceMicros: bigint | null
  terms: string | null
}

async function differs(line: Line): Promise<boolean> {
  const [poKey, lineNo] = [line.poKey ?? '', line.lineNo ?? 0]
  const key = { customerId: line.customerId, poKey }
  const order = await db().purchaseOrder.findUnique({
    where: { customerId_numberKey: { customerId: line.customerId, numberKey: poKey } },
    select: { id: true, netDays: true },
  })
  if (!order) return true
  const other = await db().purchaseOrderLine.findUnique({
    where: { purchaseOrderId_line: { purchaseOrderId: order.id, line: String(lineNo) } },
    select: { quantity: true, priceMicros: true },
  })
  const change = await db().orderChange.findFirst({ where: { ...key, lineNo }, orderBy: { changedOn: 'desc' } })
  const invoice = await db().invoice.findFirst({ where: key, select: { lines: { where: { lineNo } } } })
  const delivery = await db().deliveryLine.findFirst({ where: { ...key, lineNo } })
  const notice = await db().shipNoticeLine.findFirst({ where: { ...key, lineNo } })
  const receipt = await db().receipt.findFirst({ where: key, select: { lines: true } })
  const quantity = change?.quantityNew ?? other?.quantity
  const price = change?.priceMicrosNew ?? other?.priceMicros
  const steps = [delivery?.quantity, notice?.quantity, invoice?.lines[0]?.quantity, receipt?.lines[0]?.received]
  return quantity !== line.quantity || price !== line.priceMicros || steps.some((step) => step !== undefined && step !== line.quantity)
}

async function makeLines(): Promise<void> {
  const client = await pool().connect()
  try {
    await client.query(`SELECT set_config('recoup.actor', '{"kind":"job","id":"bench","name":"bench"}', false), set_config('recoup.operation', gen_random_uuid()::text, false),
      set_config('recoup.event', 'bench.prepared', false)`)
    await client.query(`INSERT INTO customer (code, name, company_code, currency, net_days) VALUES ('BENCH', 'Bench', 'US01', 'USD', 30)`)
    await client.query(
      `INSERT INTO stored_file (sha256, bytes, media_type, storage_key) VALUES (repeat('a', 64), 1, 'text/csv', 'aa/' || repeat('a', 64))`,
    )
    await client.query(
      `INSERT INTO import_batch (file_id, file_name, sha256, bytes, format, kind, way) SELECT id, 'bench', sha256, 1, 'csv', 'bench', 'cli' FROM stored_file`,
    )
    await client.query(
      `INSERT INTO item (material, material_key, description, case_pack) SELECT 'M' || n, 'M' || n, 'Item ' || n, 1 FROM generate_series(1, 100) n`,
    )
    await client.query(
      `INSERT INTO purchase_order (customer_id, number, number_key, ordered_on, currency, source, fingerprint, batch_id, position)
       SELECT c.id, 'PO' || n, 'PO' || n, '2026-01-01', 'USD', 'x12', 'f', b.id, 'row ' || n FROM customer c, import_batch b, generate_series(1, $1::int) n`,
      [LINES / LINES_PER_ORDER],
    )
    await client.query(
      `INSERT INTO purchase_order_line (purchase_order_id, line, customer_id, item_id, quantity, unit, price_micros, position)
       SELECT o.id, l::text, o.customer_id, i.id, 24, 'EA', 74500000, 'row' FROM purchase_order o, generate_series(1, $1::int) l JOIN item i ON i.material = 'M' || l`,
      [LINES_PER_ORDER],
    )
    await client.query(
      `INSERT INTO sales_order_line (customer_id, number, number_key, line, po_number, po_key, sold_to_key, item_id, material, quantity, unit, price_micros, net_minor, currency, fingerprint, batch_id, position)
       SELECT o.customer_id, 'S' || o.number, 'S' || o.number, (l.line::int * 10)::text, o.number, o.number_key, '1', l.item_id, 'M',
         CASE WHEN abs(hashtext(o.number || l.line)) % 100 < 3 THEN 23 ELSE 24 END, 'EA', 74500000, 178800, 'USD', 'f', o.batch_id, 'row'
       FROM purchase_order o JOIN purchase_order_line l ON l.purchase_order_id = o.id`,
    )
    await client.query('ANALYZE')
  } finally {
    client.release()
  }
}
