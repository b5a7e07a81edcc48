import type { Problem } from '@/core/problem'
import { readTa1 } from '@/features/shipments/imports/read-acknowledgements'
import { element, readDate, readTime } from '@/formats/x12/read-element'
import type { SetReader, X12Envelope } from '@/formats/x12/set-reading'
import { X12Tokenizer } from '@/formats/x12/tokenize-x12'
import type { X12Segment } from '@/formats/x12/x12-segment'
import { addTotals, type DocumentTotals } from './add-totals'
import { nameUnread } from './name-unread'
import type { ReadSummary } from './reading'
import type { RowSink } from './row-sink'

type X12Reading = Pick<ReadSummary, 'kind' | 'totals' | 'sums' | 'problems' | 'waiting'>

/** Reads X12 of any length set by set; only the current set stands in memory. */
export class X12SetStream {
  readonly #sink: RowSink
  readonly #readers: Readonly<Record<string, SetReader>>
  readonly #tokenizer: X12Tokenizer
  readonly #sets = new Map<string, number>()
  readonly #problems: Problem[] = []
  #envelope: X12Envelope = { sender: null, receiver: null, release: null, groupControl: null, sentAt: null }
  #segments: X12Segment[] = []
  #hasTa1 = false
  readonly #totals: DocumentTotals[] = []

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
    const isKnown = [...this.#sets.keys()].some((id) => this.#readers[id])
    const [mostly = this.#hasTa1 ? 'x12-ta1' : 'x12-unknown'] = [...this.#sets].sort((a, b) => b[1] - a[1]).map(([id]) => `x12-${id}`)
    const waiting = this.#sets.size === 0 ? (this.#hasTa1 ? null : 'intake/kind-unknown') : 'intake/kind-waits'
    return {
      kind: mostly,
      ...addTotals(this.#totals),
      problems: [...totals.problems, ...this.#problems, ...nameUnread(this.#sets, this.#readers, 'ST01')],
      waiting: isKnown ? null : waiting,
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
          groupControl: null,
          sentAt: writtenAt(element(segment, 9), element(segment, 10)),
        }
        return
      case 'DXS':
        this.#finishSet()
        this.#envelope = {
          sender: element(segment, 1) || null,
          receiver: element(segment, 5) || null,
          release: element(segment, 3) || null,
          groupControl: element(segment, 4) || null,
          sentAt: null,
        }
        return
      case 'GS':
        this.#finishSet()
        this.#envelope = {
          ...this.#envelope,
          release: element(segment, 8) || this.#envelope.release,
          groupControl: element(segment, 6) || null,
          sentAt: writtenAt(element(segment, 4), element(segment, 5)) ?? this.#envelope.sentAt,
        }
        return
      case 'GE':
      case 'IEA':
      case 'DXE':
        return this.#finishSet()
      case 'ST':
        this.#finishSet()
        this.#segments = [segment]
        return
      case 'TA1':
        this.#hasTa1 = true
        this.#sink.startDocument()
        this.#sink.add(readTa1(segment, this.#envelope))
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
    if (reading.totals) this.#totals.push({ ...reading.totals, kind: `x12-${id}` })
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

function writtenAt(date: string, time: string): string | null {
  const day = readDate(date)
  return day === null ? null : `${day} ${readTime(time) ?? '00:00'}`
}
