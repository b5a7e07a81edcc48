import * as z from 'zod'
import { Refusal } from '@/core/refusal'
import { defineCommand, type Scope } from '@/server/command'
import { type Sql, selectIn, sql } from '@/server/db/client'
import { canImport } from '../policy'
import { batchesOf } from '../queries/batches-of'
import { COMMITTERS } from './committers'
import { customersOf, rejectWithoutCustomer } from './resolve-customers'
import { settleCorrections } from './settle-corrections'
import { takeTurns } from './take-turns'
import { tallyRows } from './tally-rows'

const CommitPartInput = z.strictObject({
  batchId: z.uuid(),
  kind: z.string().max(100),
  from: z.int(),
  to: z.int(),
  apart: z.array(z.int()),
  isApart: z.boolean(),
})

/**
 * Takes over a part of the staged rows of one kind of a long file, in a transaction of its own, so that none runs for minutes.
 * What is taken over leaves the staging table with it: whoever comes after a crash goes on with what is left.
 */
export const commitPart = defineCommand({
  event: 'import.part-committed',
  input: CommitPartInput,
  async find({ tx, actor }, { batchId }) {
    const [batch] = await selectIn<{ id: string; isCorrection: boolean }>(
      tx,
      sql`SELECT b.id::text, coalesce(b.parent_reason = 'correction', false) AS "isCorrection" FROM import_batch b
        WHERE b.id = ${batchId}::uuid AND b.state IN ('staged', 'committing') AND ${batchesOf(actor)} FOR UPDATE`,
    )
    return batch ?? null
  },
  allow: canImport,
  timeoutMs: 600_000,
  async change(scope, { id, isCorrection }, part) {
    const committer = COMMITTERS.find((candidate) => candidate.kind === part.kind)
    if (!committer) throw new Refusal('intake/kind-waits', { details: { kind: part.kind } })
    await takeTurns(scope, (kind) => kind === part.kind)
    await layOut(scope, id, rowsOfPart(part))
    await rejectWithoutCustomer(scope, [id])
    await committer.commit(scope, id)
    const { rejected, leftKind } = await tallyRows(scope, [id])
    if (leftKind !== null) throw new Error(`the committer of ${leftKind} left rows behind`)
    if (isCorrection) await settleCorrections(scope, [id])
    await settle(scope, id, rowsOfPart(part), rejected)
    return { kind: part.kind }
  },
})

/** The rows `r` of a part that are still to be taken over. */
function rowsOfPart({ batchId, kind, from, to, apart, isApart }: Part): Sql {
  const numbers = sql`${[...apart]}::int[]`
  const place = isApart ? sql`r.row_no = ANY(${numbers})` : sql`r.row_no <> ALL(${numbers})`
  return sql`r.batch_id = ${batchId}::uuid AND r.row_no BETWEEN ${from}::int AND ${to}::int AND r.kind = ${kind} AND r.status = 'staged' AND ${place}`
}

type Part = { batchId: string; kind: string; from: number; to: number; apart: readonly number[]; isApart: boolean }

/**
 * Lays the rows of a part, with their customers, out in a table of this transaction that stands before the staging table of
 * the same name: whoever takes them over sees only them, and marking them costs neither log nor index.
 */
async function layOut({ tx }: Scope, batchId: string, rows: Sql): Promise<void> {
  await tx.$executeRaw(sql`SET LOCAL work_mem = '64MB'`)
  await tx.$executeRaw(sql`SET LOCAL default_statistics_target = 10`)
  // What a crash takes back is still staged, and the commit that finishes the batch waits for the disk.
  await tx.$executeRaw(sql`SET LOCAL synchronous_commit = off`)
  await tx.$executeRaw(sql`UPDATE import_batch SET state = 'committing' WHERE id = ${batchId}::uuid AND state = 'staged'`)
  await tx.$executeRaw(sql`CREATE TEMP TABLE import_row (LIKE public.import_row INCLUDING DEFAULTS) ON COMMIT DROP`)
  await tx.$executeRaw(sql`
    INSERT INTO pg_temp.import_row (batch_id, row_no, kind, position, fingerprint, occurrence, values, customer_id)
    ${customersOf(sql`r.batch_id, r.row_no, r.kind, r.position, r.fingerprint, r.occurrence, r.values`, sql`public.import_row r`, [batchId])}
    WHERE ${rows} ORDER BY r.row_no`)
  // Without it, thousands of rows are taken for one and joined row by row.
  await tx.$executeRaw(sql`ANALYZE pg_temp.import_row (batch_id, row_no, kind, status)`)
}

/** Rejected rows stay for correction; what was taken over lives in its records, so its staging rows go. */
async function settle({ tx }: Scope, batchId: string, rows: Sql, rejected: number): Promise<void> {
  if (rejected > 0)
    await tx.$executeRaw(sql`
      UPDATE public.import_row r SET status = 'rejected', reason = t.reason, customer_id = t.customer_id
      FROM pg_temp.import_row t WHERE t.status = 'rejected' AND r.batch_id = ${batchId}::uuid AND r.row_no = t.row_no`)
  await tx.$executeRaw(sql`DELETE FROM public.import_row r WHERE ${rows}`)
}
