import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import { db, pool } from '@/server/db/client'
import type { BenchRow } from './bench-row'
import { medianMs, memoryMb, rounded, withDatabase } from './with-database'

const ROWS = 20_000
const GOAL = 10
const BATCH = '00000000-0000-7000-8000-0000000000b1'

type Row = { batchId: string; rowNo: number; kind: string; position: string; fingerprint: string; values: Record<string, string> }

function makeRows(): Row[] {
  return Array.from({ length: ROWS }, (_, index) => ({
    batchId: BATCH,
    rowNo: index + 1,
    kind: 'sales-order-line',
    position: `row ${index + 1}`,
    fingerprint: index.toString(16).padStart(32, '0'),
    values: {
      number: String(11_000_000 + index),
      line: '10',
      material: '4000756',
      quantity: '24',
      priceMicros: '74500000',
      currency: 'USD',
    },
  }))
}

/** Rows of a file into staging: COPY as the importer does it, beside the ORM's `createMany` on the same table. */
export async function benchIntake(): Promise<BenchRow[]> {
  return withDatabase(async () => {
    await openBatch()
    const rows = makeRows()
    const clear = () => pool().query('TRUNCATE import_row')
    const ours = await medianMs(5, async () => {
      await clear()
      await copy(rows)
    })
    const peer = await medianMs(3, async () => {
      await clear()
      for (let start = 0; start < rows.length; start += 2_000) await db().importRow.createMany({ data: rows.slice(start, start + 2_000) })
    })
    const ratio = rounded(peer / ours)
    return [
      {
        name: `Staging ${ROWS.toLocaleString('en')} rows: COPY beside createMany`,
        ours: `${Math.round((ROWS / ours) * 1000).toLocaleString('en')} rows/s`,
        peers: { createMany: `${Math.round((ROWS / peer) * 1000).toLocaleString('en')} rows/s` },
        ratios: { createMany: ratio },
        goal: `${GOAL} × createMany`,
        met: ratio >= GOAL,
        memoryMb: memoryMb(),
      },
    ]
  })
}

async function copy(rows: readonly Row[]): Promise<void> {
  const client = await pool().connect()
  try {
    const lines = rows
      .map((row) => [row.batchId, row.rowNo, row.kind, row.position, row.fingerprint, JSON.stringify(row.values)].join('\t'))
      .join('\n')
    await pipeline(
      Readable.from([`${lines}\n`]),
      client.query(copyFrom('COPY import_row (batch_id, row_no, kind, position, fingerprint, values) FROM STDIN')),
    )
  } finally {
    client.release()
  }
}

async function openBatch(): Promise<void> {
  await pool().query(`
    WITH actor AS (SELECT set_config('recoup.actor', '{"kind":"job","id":"bench","name":"bench"}', false), set_config('recoup.operation', gen_random_uuid()::text, false),
      set_config('recoup.event', 'bench.prepared', false)),
    file AS (INSERT INTO stored_file (sha256, bytes, media_type, storage_key) SELECT repeat('a', 64), 1, 'text/csv', 'aa/' || repeat('a', 64) FROM actor RETURNING id)
    INSERT INTO import_batch (id, file_id, file_name, sha256, bytes, format, kind, way) SELECT '${BATCH}', id, 'bench.csv', repeat('a', 64), 1, 'csv', 'sap-va05', 'cli' FROM file`)
}
