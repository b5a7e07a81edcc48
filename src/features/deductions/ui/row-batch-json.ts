import type { TrackerBatch } from '../queries/find-row-batch'

/** A batch of rows as text for the browser; amounts are text, as JSON knows no integers of their size. */
export function writeRowBatch(batch: TrackerBatch): string {
  return JSON.stringify(batch, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))
}

/** Reads what `writeRowBatch` wrote; null for anything else. */
export function readRowBatch(text: string): TrackerBatch | null {
  try {
    const batch: unknown = JSON.parse(text, (key, value: unknown) => (key === 'minor' && typeof value === 'string' ? BigInt(value) : value))
    return isBatch(batch) ? batch : null
  } catch {
    return null
  }
}

function isBatch(value: unknown): value is TrackerBatch {
  return typeof value === 'object' && value !== null && 'rows' in value && Array.isArray(value.rows)
}
