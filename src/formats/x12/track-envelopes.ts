import type { Problem, ProblemFacts } from '@/core/problem'
import { positionText } from './x12-segment'

const PROBLEMS_MAX = 1000
const SEEN_MAX = 100_000

type Frame = { control: string; at: string; children: number; startIndex: number }

/** Where the reader stands: counters from 1, 0 outside. */
export type X12Place = { interchange: number; group: number; set: number; index: number }

/**
 * Follows ISA/GS/ST … SE/GE/IEA through a file and reports counts and control numbers that do not agree.
 * A wrong count is a finding, never a reason to stop: real files carry them.
 */
export class EnvelopeTracker {
  readonly problems: Problem[] = []
  readonly place: X12Place = { interchange: 0, group: 0, set: 0, index: 0 }
  // Kept ready: the position is written for every segment that is read.
  #prefix = positionText(1, '')
  readonly #seen = new Map<string, number>()
  #groups = 0
  #sets = 0
  #interchange: Frame | null = null
  #group: Frame | null = null
  #set: Frame | null = null

  /** Tells the tracker that an envelope segment starts at the current index; call before it is emitted. */
  enter(id: string, elements: readonly string[]): void {
    const text = (at: number) => elements[at]?.trim() ?? ''
    if (id === 'ISA') this.#openInterchange(text(13), [6, 8, 9, 10].map(text))
    else if (id === 'DXS') this.#openInterchange(text(4), [1, 5].map(text))
    else if (id === 'GS') this.#openGroup(text(6))
    else if (id === 'ST') this.#openSet(text(2))
    else if (id === 'SE') this.#closeSet(text(1), text(2))
    else if (id === 'GE') this.#closeGroup(text(1), text(2))
    else if (id === 'IEA') this.#closeInterchange(text(1), text(2))
    else if (id === 'DXE') this.#closeTransmission(text(1), text(2))
  }

  /** Tells the tracker that the closing segment `id` was emitted: what follows lies outside. */
  leave(id: string): void {
    if (id === 'SE') this.place.set = 0
    if (id === 'GE') this.place.group = 0
  }

  /** Where the reader stands, in words. */
  position(): string {
    return this.#prefix + Math.max(1, this.place.index)
  }

  /** At the end of the input: whatever is still open was cut off. */
  finish(): void {
    if (this.#set) this.#unclosed('set-not-closed', 'SE', this.#set)
    if (this.#group) this.#unclosed('group-not-closed', 'GE', this.#group)
    if (this.#interchange) this.#unclosed('interchange-not-closed', 'IEA', this.#interchange)
    this.#set = this.#group = this.#interchange = null
  }

  report(code: string, field: string, message: string, facts?: ProblemFacts): void {
    this.#add({ position: this.position(), field, code, message, facts })
  }

  #openInterchange(control: string, addresses: readonly string[]): void {
    this.finish()
    Object.assign(this.place, { interchange: this.place.interchange + 1, group: 0, set: 0, index: 1 })
    this.#prefix = positionText(this.place.interchange, '')
    this.#groups = 0
    this.#sets = 0
    this.#interchange = this.#frame(control)
    this.#reportRepetition(control, addresses.join('|'))
  }

  /** The same sender, receiver, time and number: a mailbox delivered the interchange twice. */
  #reportRepetition(control: string, addresses: string): void {
    const key = `${control}|${addresses}`
    const first = this.#seen.get(key)
    if (first !== undefined) this.report('interchange-repeated', 'ISA13', `number ${control} was sent before as interchange ${first}`)
    else if (this.#seen.size < SEEN_MAX) this.#seen.set(key, this.place.interchange)
  }

  #openGroup(control: string): void {
    if (this.#set) this.#unclosed('set-not-closed', 'SE', this.#set)
    if (this.#group) this.#unclosed('group-not-closed', 'GE', this.#group)
    this.#set = null
    if (this.#interchange) this.#interchange.children += 1
    this.#groups += 1
    this.place.group = this.#groups
    this.place.set = 0
    this.#group = this.#frame(control)
  }

  #openSet(control: string): void {
    if (this.#set) this.#unclosed('set-not-closed', 'SE', this.#set)
    if (this.#group) this.#group.children += 1
    this.#sets += 1
    this.place.set = this.#sets
    this.#set = this.#frame(control)
  }

  #closeSet(count: string, control: string): void {
    if (!this.#set) return this.report('trailer-without-header', 'SE', 'SE stands without ST')
    this.#compareCount('segment-count-differs', 'SE01', count, this.place.index - this.#set.startIndex + 1, 'segments')
    this.#compareControl('ST02', this.#set.control, 'SE02', control)
    this.#set = null
  }

  #closeGroup(count: string, control: string): void {
    if (this.#set) this.#unclosed('set-not-closed', 'SE', this.#set)
    this.#set = null
    this.place.set = 0
    if (!this.#group) return this.report('trailer-without-header', 'GE', 'GE stands without GS')
    this.#compareCount('set-count-differs', 'GE01', count, this.#group.children, 'transaction sets')
    this.#compareControl('GS06', this.#group.control, 'GE02', control)
    this.#group = null
  }

  #closeInterchange(count: string, control: string): void {
    if (this.#group) this.#unclosed('group-not-closed', 'GE', this.#group)
    this.#group = null
    this.#set = null
    Object.assign(this.place, { group: 0, set: 0 })
    if (!this.#interchange) return this.report('trailer-without-header', 'IEA', 'IEA stands without ISA')
    this.#compareCount('group-count-differs', 'IEA01', count, this.#interchange.children, 'groups')
    this.#compareControl('ISA13', this.#interchange.control, 'IEA02', control)
    this.#interchange = null
  }

  /** The direct-store trailer counts sets, there are no groups. Source: X12 segments DXS and DXE of UCS/DEX. */
  #closeTransmission(control: string, count: string): void {
    if (!this.#interchange) return this.report('trailer-without-header', 'DXE', 'DXE stands without DXS')
    this.#compareCount('set-count-differs', 'DXE02', count, this.#sets, 'transaction sets')
    this.#compareControl('DXS04', this.#interchange.control, 'DXE01', control)
    this.#interchange = null
  }

  #frame(control: string): Frame {
    return { control, at: this.position(), children: 0, startIndex: this.place.index }
  }

  #compareCount(code: string, field: string, stated: string, counted: number, things: string): void {
    if (Number(stated) === counted && stated !== '') return
    this.report(code, field, `${field} says ${stated || 'nothing'}, the file holds ${counted} ${things}`, {
      stated: stated || '–',
      computed: String(counted),
    })
  }

  #compareControl(openField: string, opened: string, closeField: string, closed: string): void {
    if (withoutZeros(opened) === withoutZeros(closed)) return
    this.report('control-number-differs', closeField, `${openField} is ${opened || 'empty'}, ${closeField} is ${closed || 'empty'}`, {
      found: closed || '–',
      expected: opened || '–',
    })
  }

  // A file of noise would fill memory with its problems: past the limit only the fact is kept.
  #add(problem: Problem): void {
    if (this.problems.length < PROBLEMS_MAX) this.problems.push(problem)
    else if (this.problems.length === PROBLEMS_MAX)
      this.problems.push({ ...problem, code: 'more-problems', message: 'more problems follow' })
  }

  #unclosed(code: string, field: string, frame: Frame): void {
    this.#add({ position: frame.at, field, code, message: `${field} is missing for what starts at ${frame.at}` })
  }
}

function withoutZeros(control: string): string {
  return control.replace(/^0+(?=.)/, '')
}
