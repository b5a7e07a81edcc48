import type { TrackerBatch } from '../queries/find-row-batch'

/** A batch of rows as text for the browser; amounts are text, as JSON knows no integers of their size. */
export function writeRowBatch(batch: TrackerBatch): string {
  return JSON.stringify(batch, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))
}

/** Reads what `writeRowBatch` wrote; null for anything else. */
export function readRowBatch(text: string): TrackerBatch | null {
  try {
    const batch: unknown = JSON.parse(text)
    if (!isBatch(batch)) return null
    for (const row of batch.rows) readAmounts(row)
    return batch
  } catch {
    return null
  }
}

// Walking the rows costs a fifth of asking `JSON.parse` to call back for every value of theirs, and somebody is scrolling meanwhile.
function readAmounts(record: object): void {
  for (const value of Object.values(record) as unknown[]) {
    if (typeof value !== 'object' || value === null) continue
    if ('minor' in value && typeof value.minor === 'string') value.minor = BigInt(value.minor)
    else readAmounts(value)
  }
}

function isBatch(value: unknown): value is TrackerBatch {
  return typeof value === 'object' && value !== null && 'rows' in value && Array.isArray(value.rows)
}
