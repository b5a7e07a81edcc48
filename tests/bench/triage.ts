import { systemActor } from '@/core/actor'
import { triageDeductions } from '@/features/deductions/commands/triage-deductions'
import { triageDue } from '@/features/deductions/commands/triage-due'
import { db, raw } from '@/server/db/client'
import type { BenchRow } from './bench-row'
import { makeClaims } from './make-claims'
import { type Cost, costOf, leastCost } from './server-time'
import { asBench, type BenchSize, memoryMb, rounded, withDatabase } from './with-database'

const ACTOR = systemActor('bench')
const PER_SECOND_GOAL = 30_000
const RATIO_GOAL = 4

/** The floor: the same records joined once, counted, judged in nothing. */
const BARE = `SELECT count(*), sum(d.amount_minor), sum(v.net_minor), sum(l.net_minor), sum(ol.quantity), sum(n.quantity), max(c.net_days)
  FROM deduction d JOIN customer c ON c.id = d.customer_id
  LEFT JOIN invoice v ON v.customer_id = d.customer_id AND v.number_key = d.invoice_key LEFT JOIN invoice_line l ON l.invoice_id = v.id
  LEFT JOIN purchase_order o ON o.customer_id = d.customer_id AND o.number_key = d.po_key LEFT JOIN purchase_order_line ol ON ol.purchase_order_id = o.id
  LEFT JOIN delivery_line n ON n.number_key = d.delivery_key`

/** Triage from records to written verdicts, beside a bare pass over the same records. */
export async function benchTriage(size: BenchSize): Promise<BenchRow[]> {
  const claims = size === 'small' ? 20_000 : 1_000_000
  return withDatabase(async () => {
    await makeClaims(claims)
    const bare = await leastCost(3, () => db().$queryRaw(raw(BARE)))
    const first = await costOf(() => triageDeductions(ACTOR))
    if (first.result.changed !== claims) throw new Error('not every deduction was judged')
    const again = await costOf(() => triageDeductions(ACTOR))
    if (again.result.changed !== 0) throw new Error('judging again changed something')
    return [endToEnd(claims, first), beside(claims, bare, first), unchanged(claims, again), await oneFact()]
  })
}

const seconds = ({ processorMs, wallMs }: Cost) =>
  `${(processorMs / 1000).toFixed(2)} s of processor time (${(wallMs / 1000).toFixed(2)} s by the wall)`
const many = (count: number) => count.toLocaleString('en')

function endToEnd(claims: number, cost: Cost): BenchRow {
  // Two cores do two seconds of work in one.
  const perSecond = Math.round(claims / (cost.processorMs / 2000))
  return {
    name: `Triage of ${many(claims)} deductions, from records to written verdicts`,
    ours: `${many(perSecond)} deductions per second of two cores, ${many(Math.round(claims / (cost.wallMs / 1000)))} by the wall; ${seconds(cost)}`,
    peers: {},
    ratios: {},
    goal: `${many(PER_SECOND_GOAL)} per second on two cores`,
    met: perSecond >= PER_SECOND_GOAL,
    memoryMb: memoryMb(),
  }
}

function beside(claims: number, bare: Cost, cost: Cost): BenchRow {
  const ratio = rounded(cost.processorMs / bare.processorMs)
  return {
    name: `Triage of ${many(claims)} deductions beside a bare pass over the same records`,
    ours: seconds(cost),
    peers: { 'bare pass': seconds(bare) },
    ratios: { 'bare pass': ratio },
    goal: `at most ${RATIO_GOAL} × the bare pass`,
    met: ratio <= RATIO_GOAL,
    memoryMb: memoryMb(),
  }
}

function unchanged(claims: number, cost: Cost): BenchRow {
  const perSecond = Math.round(claims / (cost.processorMs / 2000))
  return {
    name: `The same ${many(claims)} deductions again, nothing changed`,
    ours: `${many(perSecond)} deductions per second of two cores; ${seconds(cost)}`,
    peers: {},
    ratios: {},
    goal: `${many(PER_SECOND_GOAL)} per second on two cores`,
    met: perSecond >= PER_SECOND_GOAL,
    memoryMb: memoryMb(),
  }
}

/** One invoice says another quantity: the deductions that depend on it are found and judged anew, and no other. */
async function oneFact(): Promise<BenchRow> {
  // What the preparation noted was judged above.
  await asBench(async (client) => void (await client.query('TRUNCATE judgement_due, reconciliation_due')))
  await asBench(
    async (client) =>
      void (await client.query(
        `UPDATE invoice_line SET quantity = 96 WHERE invoice_id = (SELECT id FROM invoice WHERE number_key = 'I777')`,
      )),
  )
  const { result, ...cost } = await costOf(() => triageDue(ACTOR))
  return {
    name: 'One invoice changed: the deductions that depend on it are found and judged anew',
    ours: `${seconds(cost)}, ${result?.changed} changed of ${result?.examined} examined`,
    peers: {},
    ratios: {},
    goal: 'within 1 s by the wall',
    met: cost.wallMs < 1_000 && result?.examined === 1 && result.changed === 1,
    memoryMb: memoryMb(),
  }
}
