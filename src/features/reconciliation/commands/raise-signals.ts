import * as z from 'zod'
import { systemActor } from '@/core/actor'
import { askBetterProofs } from '@/features/shipments/commands/ask-better-proofs'
import { settleTasks } from '@/features/tasks/commands/settle-tasks'
import { defineCommand, findNothing } from '@/server/command'
import { raw, selectIn, sql, type Tx } from '@/server/db/client'
import { canReconcile } from '../policy'
import { TEAM_OF_SIGNAL } from '../rules/signal-kinds'
import { SIGNAL_FINDERS } from './find-signals'
import { gatherOrderStates } from './gather-order-states'
import { ordersTouchedBy } from './touched-orders'

export type Raised = { orders: number; raised: number; closed: number; byKind: Record<string, number> }

/**
 * Finds the steps that are late, missing or refused, as sets: over all orders, or over those that some imports touched. A signal has one
 * identity: what is seen again keeps its first day, what is no longer found closes by itself with the request for it, what returns is
 * raised again and keeps its history.
 */
export const raiseSignals = defineCommand({
  event: 'signal.raised',
  input: z.strictObject({ batchIds: z.array(z.uuid()).nullable().default(null) }),
  find: findNothing,
  allow: canReconcile,
  timeoutMs: 600_000,
  async change(scope, _before, { batchIds }): Promise<Raised> {
    const { tx, today } = scope
    await askBetterProofs(systemActor('papers'), {}, { within: scope })
    await gatherOrderStates(tx, batchIds === null ? null : ordersTouchedBy(batchIds))
    await tx.$executeRaw(sql`CREATE TEMPORARY TABLE found_signal (
      kind text, customer_id uuid, po_number text, po_key text, delivery_key text, invoice_key text, document_id uuid, carrier text, pro text, bol text,
      since_on date, due_on date, at_stake_minor bigint, currency text) ON COMMIT DROP`)
    for (const finder of SIGNAL_FINDERS) await tx.$executeRaw(sql`INSERT INTO found_signal ${finder(today)}`)
    await tx.$executeRaw(
      raw(`ALTER TABLE found_signal ADD COLUMN identity text GENERATED ALWAYS AS (md5(kind || '|' || customer_id::text || '|' || coalesce(po_key, '') || '|' ||
        coalesce(delivery_key, '') || '|' || coalesce(invoice_key, '') || '|' || coalesce(document_id::text, ''))) STORED`),
    )
    const raised = await keepFound(tx)
    const closed = await closeGone(tx, batchIds === null)
    await noteAsked(tx)
    if (closed.length > 0) await settleTasks(scope.actor, { subjectKind: 'signal', subjectIds: closed }, { within: scope })
    const [orders] = await selectIn<{ count: number }>(tx, sql`SELECT count(*)::int AS count FROM touched_order`)
    const kinds = await selectIn<{ kind: string; count: number }>(
      tx,
      sql`SELECT kind, count(DISTINCT identity)::int AS count FROM found_signal GROUP BY kind ORDER BY kind`,
    )
    return {
      orders: orders?.count ?? 0,
      raised,
      closed: closed.length,
      byKind: Object.fromEntries(kinds.map((row) => [row.kind, row.count])),
    }
  },
})

async function keepFound(tx: Tx): Promise<number> {
  await tx.$executeRaw(sql`
    INSERT INTO order_signal_event (signal_id, what)
    SELECT DISTINCT s.id, 'raised-again' FROM order_signal s JOIN found_signal f ON f.identity = s.identity WHERE s.state = 'closed'`)
  const teams = JSON.stringify(TEAM_OF_SIGNAL)
  const rows = await selectIn<{ id: string; is_new: boolean }>(
    tx,
    sql`WITH written AS (
      INSERT INTO order_signal AS s (identity, kind, customer_id, po_number, po_key, delivery_key, invoice_key, document_id, carrier, pro, bol, since_on, due_on,
        at_stake_minor, currency, owner_team)
      SELECT DISTINCT ON (identity) identity, kind, customer_id, po_number, po_key, delivery_key, invoice_key, document_id, carrier, pro, bol, since_on, due_on,
        at_stake_minor, currency, ${teams}::jsonb ->> kind
      FROM found_signal WHERE due_on IS NOT NULL ORDER BY identity, due_on
      ON CONFLICT (identity) DO UPDATE SET since_on = excluded.since_on, due_on = excluded.due_on, at_stake_minor = excluded.at_stake_minor,
        carrier = excluded.carrier, pro = excluded.pro, bol = excluded.bol, po_number = excluded.po_number,
        times_raised = s.times_raised + CASE WHEN s.state = 'closed' THEN 1 ELSE 0 END,
        state = CASE WHEN s.state = 'closed' THEN 'open' ELSE s.state END, closed_at = NULL, last_seen_at = now(), version = s.version + 1
      WHERE s.state = 'closed' OR (s.since_on, s.due_on, s.at_stake_minor, s.carrier, s.pro, s.bol) IS DISTINCT FROM
        (excluded.since_on, excluded.due_on, excluded.at_stake_minor, excluded.carrier, excluded.pro, excluded.bol)
      RETURNING s.id, s.xmax = 0 AS is_new
    ) SELECT id::text, is_new FROM written`,
  )
  const fresh = rows.filter((row) => row.is_new).map((row) => row.id)
  await tx.$executeRaw(sql`INSERT INTO order_signal_event (signal_id, what) SELECT id, 'raised' FROM unnest(${fresh}::uuid[]) AS n(id)`)
  return rows.length
}

// A weak receipt is asked for again by itself: its signal waits for that request.
async function noteAsked(tx: Tx): Promise<void> {
  await tx.$executeRaw(sql`
    WITH asked AS (
      UPDATE order_signal s SET state = 'asked', version = s.version + 1 WHERE s.kind = 'proof-weak' AND s.state = 'open'
        AND EXISTS (SELECT 1 FROM task k WHERE k.kind = 'better-proof' AND k.subject_kind = 'document' AND k.subject_id = s.document_id AND k.state = 'open')
      RETURNING s.id
    ) INSERT INTO order_signal_event (signal_id, what) SELECT id, 'asked' FROM asked`)
}

// A run over some orders says nothing about the others.
async function closeGone(tx: Tx, isOverAll: boolean): Promise<string[]> {
  const looked = isOverAll
    ? sql`TRUE`
    : sql`EXISTS (SELECT 1 FROM touched_order t WHERE t.customer_id = s.customer_id AND t.po_key = s.po_key)`
  const rows = await selectIn<{ id: string }>(
    tx,
    sql`WITH gone AS (
      UPDATE order_signal s SET state = 'closed', closed_at = now(), version = version + 1
      WHERE s.state <> 'closed' AND ${looked} AND NOT EXISTS (SELECT 1 FROM found_signal f WHERE f.identity = s.identity) RETURNING s.id
    ), told AS (INSERT INTO order_signal_event (signal_id, what) SELECT id, 'closed' FROM gone RETURNING signal_id)
    SELECT signal_id::text AS id FROM told`,
  )
  return rows.map(({ id }) => id)
}
