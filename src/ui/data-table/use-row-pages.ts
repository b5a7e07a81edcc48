'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { appendBatch, countLoaded, type LoadedRows, prependBatch, type RowBatch, type RowPlace } from './row-window'

/** Fetches some rows of the list; null when that failed. */
export type FetchRows<Row> = (place: RowPlace) => Promise<RowBatch<Row> | null>

export type RowPages<Row> = {
  rows: readonly Row[]
  /** Index of the first row at hand in the whole list. */
  first: number
  /** Rows of the whole list, when that is known. */
  total: number | null
  /** Fetches what comes next when the sight comes near the end of what is at hand; says whether something came before the first. */
  reach: (from: number, to: number) => void
  toStart: () => Promise<void>
  toEnd: () => Promise<void>
  /** Where the rows were fetched that begin at or before an index, and the index they begin at. */
  placeAt: (index: number) => { place: RowPlace; first: number }
  restore: (place: RowPlace, first: number) => Promise<boolean>
}

type Options<Row> = {
  initial: RowBatch<Row>
  initialFirst: number
  /** Rows of the whole list, or at least that many. */
  count: number
  isCountExact: boolean
  fetchRows: FetchRows<Row>
}

type Join<Row> = (now: LoadedRows<Row>, batch: RowBatch<Row>) => LoadedRows<Row>

const atOnce = (change: () => void) => change()

/** Rows before the end of what is at hand at which the next ones are asked for. */
const AHEAD = 60

/** A list of any length, of which one stretch is at hand: read on by cursor in both directions, ahead of time. */
export function useRowPages<Row>({ initial, initialFirst, count, isCountExact, fetchRows }: Options<Row>): RowPages<Row> {
  const [loaded, setLoaded] = useState<LoadedRows<Row>>({ first: initialFirst, batches: [initial] })
  const state = useRef(loaded)
  const asked = useRef<Promise<boolean> | null>(null)
  const sight = useRef({ from: 0, to: 0 })
  const keep = (next: LoadedRows<Row>) => {
    state.current = next
    setLoaded(next)
  }

  // One at a time: what comes back belongs to the stretch it was asked for.
  const ask = (place: RowPlace, join: Join<Row>, draw = atOnce) => {
    if (asked.current !== null) return Promise.resolve(false)
    const answer = fetchRows(place).then((batch) => {
      if (batch !== null) draw(() => keep(join(state.current, batch)))
      return batch !== null
    })
    asked.current = answer.finally(() => {
      asked.current = null
    })
    return asked.current
  }
  // An end is asked for when what is under way has come, and is drawn before the focus goes there.
  const askForEnd = async (place: RowPlace, join: Join<Row>) => {
    await asked.current?.catch(() => false)
    await ask(place, join, flushSync)
  }

  const isFirst = useRef(true)
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false
      return
    }
    void renew(state.current, initial, sight.current, fetchRows).then((next) => {
      state.current = next
      setLoaded(next)
    })
  }, [initial, fetchRows])

  const rows = useMemo(() => loaded.batches.flatMap((batch) => batch.rows), [loaded])
  return {
    rows,
    first: loaded.first,
    total: isCountExact ? count : null,
    reach(from, to) {
      sight.current = { from, to }
      const { first, batches } = state.current
      const after = batches.at(-1)?.after ?? null
      const before = batches[0]?.before ?? null
      if (to > first + countLoaded(state.current) - AHEAD && after !== null) void ask({ after }, appendBatch)
      else if (from < first + AHEAD && first > 0 && before !== null) void ask({ before }, prependBatch)
    },
    async toStart() {
      if (state.current.first > 0) await askForEnd({}, (_now, batch) => ({ first: 0, batches: [batch] }))
    },
    async toEnd() {
      if (state.current.batches.at(-1)?.after === null) return
      await askForEnd({ isEnd: true }, (_now, batch) => ({ first: firstOfEnd(batch, count), batches: [batch] }))
    },
    placeAt(index) {
      let { first } = state.current
      for (const { place, rows: own } of state.current.batches) {
        if (index < first + own.length) return { place, first }
        first += own.length
      }
      return { place: {}, first: 0 }
    },
    restore: (place, first) => ask(place, (_now, batch) => ({ first, batches: [batch] })),
  }
}

// Where the count is a lower bound the index is one too; what comes before can be read all the same.
function firstOfEnd<Row>(batch: RowBatch<Row>, count: number): number {
  return batch.before === null ? 0 : Math.max(1, count - batch.rows.length)
}

/** The page was rendered anew: its own rows are fresh, and of the others those in sight are fetched again. */
async function renew<Row>(
  now: LoadedRows<Row>,
  initial: RowBatch<Row>,
  sight: { from: number; to: number },
  fetchRows: FetchRows<Row>,
): Promise<LoadedRows<Row>> {
  let { first } = now
  const batches = await Promise.all(
    now.batches.map(async (batch) => {
      const from = first
      first += batch.rows.length
      if (JSON.stringify(batch.place) === JSON.stringify(initial.place)) return initial
      return from < sight.to && first > sight.from ? ((await fetchRows(batch.place)) ?? batch) : batch
    }),
  )
  return { first: now.first, batches }
}
