/** The rows of the list that are in sight, counted from 0; `to` is the first behind them. */
export type RowsInSight = { from: number; to: number }

let sight: RowsInSight | null = null
const listeners = new Set<() => void>()

export function subscribePlace(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function currentPlace(): RowsInSight | null {
  return sight
}

export function noPlace(): RowsInSight | null {
  return null
}

/** Says which rows are in sight, to who shows it. */
export function showPlace(next: RowsInSight | null): void {
  if (next?.from === sight?.from && next?.to === sight?.to) return
  sight = next
  for (const listener of listeners) listener()
}
