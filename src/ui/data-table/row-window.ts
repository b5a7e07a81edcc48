/** Where rows were fetched: from the start, behind or before a cursor, or up to the end of the list. */
export type RowPlace = { after?: string; before?: string; isEnd?: true }

/** Rows that follow each other, and the cursors of the first and the last; `after` is null at the end of the list. */
export type RowBatch<Row> = { rows: readonly Row[]; place: RowPlace; before: string | null; after: string | null }

/** The rows that are at hand: one stretch of the list, which begins at this index. */
export type LoadedRows<Row> = { first: number; batches: readonly RowBatch<Row>[] }

/** Rows kept at hand; those farthest away go first. */
const LOADED_MAX = 10_000

/** How many rows are at hand. */
export function countLoaded({ batches }: Pick<LoadedRows<unknown>, 'batches'>): number {
  return batches.reduce((sum, { rows }) => sum + rows.length, 0)
}

/** The rows with what comes behind them; what is too far above goes. */
export function appendBatch<Row>(loaded: LoadedRows<Row>, batch: RowBatch<Row>, max = LOADED_MAX): LoadedRows<Row> {
  const batches = [...loaded.batches, batch]
  let { first } = loaded
  while (batches.length > 1 && countLoaded({ batches }) > max) first += batches.shift()?.rows.length ?? 0
  return { first, batches }
}

/** The rows with what comes before them; what is too far below goes. Where the list begins the index is 0, whatever was added meanwhile. */
export function prependBatch<Row>(loaded: LoadedRows<Row>, batch: RowBatch<Row>, max = LOADED_MAX): LoadedRows<Row> {
  const batches = [batch, ...loaded.batches]
  while (batches.length > 1 && countLoaded({ batches }) > max) batches.pop()
  const first = batch.before === null ? 0 : Math.max(0, loaded.first - batch.rows.length)
  return { first, batches }
}

type View = {
  /** Pixels scrolled, and seen at once. */
  top: number
  height: number
  rowHeight: number
  /** Rows at hand. */
  count: number
  /** The list moves upwards under the sight: what comes next comes from above. */
  isUpwards?: boolean
  /** Rows that stay although they are out of sight: chosen cells, the row that has the focus. Counted from the first at hand. */
  keep: { from: number; to: number } | null
}

/** Rows drawn beyond what is seen, so that a flick shows no empty lines: more of them where it goes. */
const AHEAD = 24
const BEHIND = 8
/** The window moves in steps, so that not every pixel draws anew. */
const STEP = 8
/** Rows that are kept for the sake of what is chosen; a choice farther away than that is not drawn. */
const KEPT_MAX = 2_000

/** The rows to draw, from and up to, counted from the first at hand. */
export function windowOf({ top, height, rowHeight, count, keep, isUpwards = false }: View): { from: number; to: number } {
  const down = (at: number) => Math.max(0, Math.floor(at / STEP) * STEP)
  const from = down(Math.min(count - 1, Math.floor(top / rowHeight)) - (isUpwards ? AHEAD : BEHIND))
  const to = Math.min(count, down(Math.ceil((top + height) / rowHeight) + (isUpwards ? BEHIND : AHEAD)) + STEP)
  if (keep === null) return { from, to }
  const wide = { from: Math.max(0, Math.min(from, keep.from)), to: Math.min(count, Math.max(to, keep.to)) }
  return wide.to - wide.from <= KEPT_MAX + to - from ? wide : { from, to }
}
