import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import { pool } from '@/server/db/client'

const COPY = 'COPY import_row (batch_id, row_no, kind, position, fingerprint, occurrence, status, reason, values) FROM STDIN'

const ROW_NO_MAX = 2_147_483_647

/** Copies rows, already in COPY's text form, into the staging table; all of them or, when the source breaks off, none. */
export async function copyRows(chunks: Iterable<string> | AsyncIterable<string>): Promise<void> {
  const client = await pool().connect()
  let failure: Error | undefined
  try {
    await pipeline(Readable.from(chunks, { objectMode: false }), client.query(copyFrom(COPY)))
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error))
    throw error
  } finally {
    // A client whose COPY broke off is not used again.
    client.release(failure)
  }
}

/** Removes what an earlier, interrupted reading of these batches left behind, or the rows up to a number, which reading took back. */
export async function discardRows(batchIds: readonly string[], upTo = ROW_NO_MAX): Promise<void> {
  await pool().query('DELETE FROM import_row WHERE batch_id = ANY($1::uuid[]) AND row_no <= $2', [[...batchIds], upTo])
}

/** Tells the planner what was just copied; without it, it takes thousands of rows for one and joins them row by row. */
export async function measureRows(): Promise<void> {
  await pool().query('ANALYZE import_row (batch_id, row_no, kind, status)')
}
