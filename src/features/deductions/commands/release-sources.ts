import type { Scope } from '@/server/command'
import { selectIn, sql, type Tx } from '@/server/db/client'
import { keepAsVersion } from '@/server/undo-records'
import { GONE_DEDUCTIONS, RELEASED_SOURCES, REPAYMENTS_TAKEN_BACK } from '../queries/released-sources'
import { describeDeductions } from './describe-deductions'

const DEDUCTION = { table: 'deduction', hasVersion: true }

/**
 * Takes sightings off deductions before their records go with an undone import (`undoing` names them), or those given (`batchId` null for
 * entries by hand): what is left describes
 * the deduction anew, money given back is taken back by a reversal, and a deduction that nothing shows any more moves, with its
 * sources and verdicts, into its kept version.
 */
export async function releaseSources(
  scope: Scope,
  batchId: string | null,
  released = RELEASED_SOURCES,
): Promise<{ removed: number; reopened: number }> {
  const { tx } = scope
  await selectIn(tx, sql`SELECT pg_advisory_xact_lock(hashtext('deductions.find'))::text`)
  await tx.$executeRaw(sql`CREATE TEMP TABLE released ON COMMIT DROP AS ${released}`)
  await tx.$executeRaw(sql`CREATE TEMP TABLE gone ON COMMIT DROP AS ${GONE_DEDUCTIONS}`)
  await tx.$executeRaw(sql`
    CREATE TEMP TABLE touched ON COMMIT DROP AS SELECT DISTINCT deduction_id, false AS is_new FROM released
    WHERE amount_minor > 0 AND deduction_id NOT IN (SELECT deduction_id FROM gone)`)
  const reopened = await takeRepaymentsBack(scope)
  await keepAsVersion(
    tx,
    batchId,
    DEDUCTION,
    sql`SELECT deduction_id FROM gone`,
    sql` || jsonb_build_object('sources', (SELECT jsonb_agg(to_jsonb(s)) FROM deduction_source s WHERE s.deduction_id = t.id),
      'verdicts', (SELECT coalesce(jsonb_agg(to_jsonb(v)), '[]') FROM verdict v WHERE v.deduction_id = t.id))`,
  )
  await tx.$executeRaw(sql`
    DELETE FROM deduction_source WHERE id IN (SELECT id FROM released) OR deduction_id IN (SELECT deduction_id FROM gone)`)
  const removed = await removeDeductions(tx)
  await nameOrigins(tx)
  const [left] = await selectIn(tx, sql`SELECT 1 FROM touched LIMIT 1`)
  if (left) await describeDeductions(tx)
  await tx.$executeRaw(sql`DROP TABLE released, gone, touched`)
  return { removed, reopened }
}

/** Posted resolutions stay: an equal and opposite one says that the payment was not to be booked. */
async function takeRepaymentsBack({ tx, actor, today }: Scope): Promise<number> {
  await tx.$executeRaw(sql`CREATE TEMP TABLE taken_back ON COMMIT DROP AS ${REPAYMENTS_TAKEN_BACK}`)
  await tx.$executeRaw(sql`
    INSERT INTO resolution (deduction_id, customer_id, kind, amount_minor, currency, resolved_on, reference, reverses_id, created_by)
    SELECT x.deduction_id, x.customer_id, x.kind, -x.amount_minor, x.currency, ${today}::date, x.reference, x.id,
      ${actor.kind === 'job' ? null : actor.userId}::uuid
    FROM taken_back b JOIN resolution x ON x.id = b.resolution_id`)
  const reopened = await tx.$executeRaw(sql`
    UPDATE deduction d SET open_minor = d.open_minor + b.amount_minor,
      state = CASE WHEN d.state <> 'closed' THEN d.state WHEN d.decided_verdict IS NULL THEN 'new' ELSE 'ready' END,
      next_action = CASE WHEN d.state = 'closed' THEN 'review' ELSE d.next_action END, version = d.version + 1, updated_at = now()
    FROM (SELECT deduction_id, sum(amount_minor)::bigint AS amount_minor FROM taken_back GROUP BY deduction_id) b WHERE d.id = b.deduction_id`)
  await tx.$executeRaw(sql`DROP TABLE taken_back`)
  return reopened
}

async function removeDeductions(tx: Tx): Promise<number> {
  await tx.$executeRaw(sql`DELETE FROM verdict WHERE deduction_id IN (SELECT deduction_id FROM gone)`)
  await tx.$executeRaw(sql`
    UPDATE deduction SET duplicate_of_id = NULL, version = version + 1, updated_at = now()
    WHERE duplicate_of_id IN (SELECT deduction_id FROM gone) AND id NOT IN (SELECT deduction_id FROM gone)`)
  return tx.$executeRaw(sql`DELETE FROM deduction WHERE id IN (SELECT deduction_id FROM gone)`)
}

/** A deduction whose first sighting went starts where the money is seen to be missing next: in the payment, else the ledger. */
async function nameOrigins(tx: Tx): Promise<void> {
  await tx.$executeRaw(sql`
    UPDATE deduction_source s SET is_origin = true
    FROM (
      SELECT DISTINCT ON (o.deduction_id) o.id FROM deduction_source o JOIN touched t ON t.deduction_id = o.deduction_id
      WHERE o.kind <> 'portal-claim' AND o.amount_minor > 0
        AND NOT EXISTS (SELECT 1 FROM deduction_source k WHERE k.deduction_id = o.deduction_id AND k.is_origin)
      ORDER BY o.deduction_id, array_position(ARRAY['remittance', 'ledger', 'manual'], o.kind), o.id
    ) next
    WHERE s.id = next.id`)
}
