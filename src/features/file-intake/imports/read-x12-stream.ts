import type { Problem } from '@/core/problem'
import { element } from '@/formats/x12/read-element'
import type { SetReader, SetReading, X12Envelope } from '@/formats/x12/set-reading'
import { X12Tokenizer } from '@/formats/x12/tokenize-x12'
import type { X12Segment } from '@/formats/x12/x12-segment'
import { addTotals } from './add-totals'
import type { ReadSummary } from './reading'
import type { RowSink } from './row-sink'

type X12Reading = Pick<ReadSummary, 'kind' | 'totals' | 'problems' | 'waiting'>

/** Reads X12 of any length set by set; only the current set stands in memory. */
export class X12SetStream {
  readonly #sink: RowSink
  readonly #readers: Readonly<Record<string, SetReader>>
  readonly #tokenizer: X12Tokenizer
  readonly #sets = new Map<string, number>()
  readonly #problems: Problem[] = []
  #envelope: X12Envelope = { sender: null, receiver: null, release: null }
  #segments: X12Segment[] = []
  readonly #totals: NonNullable<SetReading['totals']>[] = []

  constructor(sink: RowSink, readers: Readonly<Record<string, SetReader>>) {
    this.#sink = sink
    this.#readers = readers
    this.#tokenizer = new X12Tokenizer({ wanted: 'all', onSegment: (segment) => this.#take(segment) })
  }

  push(chunk: Uint8Array): void {
    this.#tokenizer.push(chunk)
  }

  end(): X12Reading {
    const totals = this.#tokenizer.end()
    if (this.#segments.length > 0) this.#rejectCutSet()
    const known = [...this.#sets.keys()].filter((id) => this.#readers[id])
    const [mostly = 'x12-unknown'] = [...this.#sets].sort((a, b) => b[1] - a[1]).map(([id]) => `x12-${id}`)
    return {
      kind: mostly,
      totals: addTotals(this.#totals),
      problems: [...totals.problems, ...this.#problems],
      waiting: known.length === 0 && this.#sets.size > 0 ? 'intake/kind-waits' : null,
    }
  }

  #take(segment: X12Segment): void {
    switch (segment.id) {
      case 'ISA':
        this.#finishSet()
        this.#envelope = {
          sender: element(segment, 6) || null,
          receiver: element(segment, 8) || null,
          release: element(segment, 12) || null,
        }
        return
      case 'DXS':
        this.#finishSet()
        this.#envelope = {
          sender: element(segment, 1) || null,
          receiver: element(segment, 5) || null,
          release: element(segment, 3) || null,
        }
        return
      case 'GS':
        this.#finishSet()
        this.#envelope = { ...this.#envelope, release: element(segment, 8) || this.#envelope.release }
        return
      case 'GE':
      case 'IEA':
      case 'DXE':
        return this.#finishSet()
      case 'ST':
        this.#finishSet()
        this.#segments = [segment]
        return
      default:
        if (this.#segments.length > 0) this.#segments.push(segment)
        if (segment.id === 'SE') this.#finishSet()
    }
  }

  #finishSet(): void {
    const [st] = this.#segments
    if (!st) return
    const segments = this.#segments
    this.#segments = []
    const id = element(st, 1)
    this.#sets.set(id, (this.#sets.get(id) ?? 0) + 1)
    const reader = this.#readers[id]
    if (!reader) return
    this.#sink.startDocument()
    const set = { id, control: element(st, 2), release: this.#envelope.release, segments }
    const reading = reader(set, this.#envelope)
    for (const row of reading.rows) this.#sink.add(row)
    for (const rejected of reading.rejected) this.#sink.reject(rejected)
    this.#problems.push(...reading.problems)
    if (reading.totals) this.#totals.push(reading.totals)
  }

  /** The input ended inside a set: half a remittance is no remittance. */
  #rejectCutSet(): void {
    const [st] = this.#segments
    if (!st) return
    const id = element(st, 1)
    this.#sets.set(id, (this.#sets.get(id) ?? 0) + 1)
    const problem = { position: st.position, field: 'SE', code: 'set-cut-off', message: 'the file ends inside this set' }
    const text = this.#segments
      .slice(0, 40)
      .map((segment) => segment.elements.join('*'))
      .join('~')
    this.#segments = []
    if (this.#readers[id]) this.#sink.reject({ position: st.position, text, problem })
  }
}
