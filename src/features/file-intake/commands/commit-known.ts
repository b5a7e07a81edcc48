import * as z from 'zod'
import { defineCommand } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { canImport } from '../policy'
import { batchesOf } from '../queries/batches-of'
import { COMMITTERS } from './committers'
import { knownRows, sayWhatIsKnown } from './known-rows'
import { takeTurns } from './take-turns'
import { addCounts } from './tally-rows'

/** So many rows of a kind are looked at, and so many of them must be known, before all are asked. */
const SAMPLE_ROWS = 100
const KNOWN_ROWS_MIN = 30

/**
 * Settles the rows of a long file that say word for word what is known already, in one go and before anything is laid out for
 * taking over: a list that comes again mostly does. Only for who sees all customers, because no row is asked for its own.
 */
export const commitKnown = defineCommand({
  event: 'import.part-committed',
  input: z.strictObject({ batchId: z.uuid() }),
  async find({ tx, actor }, { batchId }) {
    const [batch] = await selectIn<{ id: string }>(
      tx,
      sql`SELECT b.id::text FROM import_batch b WHERE b.id = ${batchId}::uuid AND b.state IN ('staged', 'committing')
        AND b.parent_reason IS DISTINCT FROM 'correction' AND ${batchesOf(actor)} FOR UPDATE`,
    )
    return batch ?? { id: null }
  },
  allow: canImport,
  timeoutMs: 600_000,
  async change(scope, { id }) {
    if (id === null || scope.actor.customerIds !== 'all') return { kinds: [] }
    const kinds: string[] = []
    for (const { kind, sameByPrint } of COMMITTERS) {
      if (sameByPrint === undefined || (await sayWhatIsKnown(scope.tx, id, sameByPrint, SAMPLE_ROWS)) < KNOWN_ROWS_MIN) continue
      await takeTurns(scope, (each) => each === kind)
      await scope.tx.$executeRaw(sql`UPDATE import_batch SET state = 'committing' WHERE id = ${id}::uuid AND state = 'staged'`)
      await scope.tx.$executeRaw(sql`SET LOCAL work_mem = '128MB'`)
      await addCounts(
        scope,
        sql`${knownRows(id, sameByPrint)}, n AS MATERIALIZED (
          SELECT ${id}::uuid AS batch_id, ${kind} AS kind, 'duplicate' AS status, batch_id AS duplicate_of, customer_id, count(*) AS rows
          FROM gone GROUP BY gone.batch_id, customer_id
        )`,
      )
      kinds.push(kind)
    }
    return { kinds }
  },
})
