import type { Problem, ProblemFacts } from '@/core/problem'
import { component, type EdifactSegment } from './edifact-segment'

type Frame = { opening: EdifactSegment; reference: string; children: number }
type Level = 'interchange' | 'group' | 'message'

const OPENINGS: Readonly<Record<string, Level>> = { UNB: 'interchange', UNG: 'group', UNH: 'message' }
const CLOSINGS: Readonly<Record<string, Level>> = { UNZ: 'interchange', UNE: 'group', UNT: 'message' }
const REFERENCE_ELEMENT = { interchange: 5, group: 5, message: 1 } as const
const PROBLEMS_MAX = 1000
const SEEN_MAX = 100_000
const CLOSING_TAG = { interchange: 'UNZ', group: 'UNE', message: 'UNT' } as const

/** Follows UNB/UNG/UNH … UNT/UNE/UNZ and reports counts and references that do not agree; real files often carry them. */
export class EnvelopeCheck {
  readonly problems: Problem[] = []
  groupCount = 0
  readonly #seen = new Map<string, number>()
  #open: Partial<Record<Level, Frame>> = {}

  /** Adds what the reader noticed, up to a limit: a file of noise would fill memory. */
  note(problem: Problem): void {
    if (this.problems.length < PROBLEMS_MAX) this.problems.push(problem)
    else if (this.problems.length === PROBLEMS_MAX)
      this.problems.push({ ...problem, code: 'more-problems', message: 'more problems follow' })
  }

  see(segment: EdifactSegment): void {
    const opened = OPENINGS[segment.tag]
    const closed = CLOSINGS[segment.tag]
    if (opened) this.#enter(opened, segment)
    if (closed) this.#leave(closed, segment)
  }

  finish(): void {
    for (const level of ['message', 'group', 'interchange'] as const) this.#reportUnclosed(level)
  }

  #enter(level: Level, opening: EdifactSegment): void {
    if (level === 'interchange') {
      this.finish()
      this.#reportRepetition(opening)
    }
    this.#reportUnclosed('message')
    if (level === 'group') this.#reportUnclosed('group')
    if (level === 'group') this.groupCount += 1
    const parent = level === 'message' ? (this.#open.group ?? this.#open.interchange) : this.#open.interchange
    if (parent) parent.children += 1
    this.#open[level] = { opening, reference: component(opening, REFERENCE_ELEMENT[level]), children: 0 }
  }

  /** The same sender, receiver, time and reference: a mailbox delivered the interchange twice. */
  #reportRepetition(unb: EdifactSegment): void {
    const key = [2, 3, 4, 5].map((index) => unb.elements[index]?.join(':') ?? '').join('|')
    const first = this.#seen.get(key)
    const sentBefore = `reference ${component(unb, 5)} was sent before as interchange ${first}`
    if (first !== undefined) this.#report(unb, 'UNB05', 'interchange-repeated', sentBefore)
    else if (this.#seen.size < SEEN_MAX) this.#seen.set(key, unb.interchange)
  }

  #leave(level: Level, closing: EdifactSegment): void {
    const frame = this.#open[level]
    if (!frame) return this.#report(closing, closing.tag, 'trailer-without-header', `${closing.tag} stands without its header`)
    if (level === 'interchange') this.#reportUnclosed('group')
    if (level !== 'message') this.#reportUnclosed('message')
    const counted = level === 'message' ? closing.index - frame.opening.index + 1 : frame.children
    const stated = component(closing, 1)
    if (stated === '' || Number(stated) !== counted) {
      const code = level === 'message' ? 'segment-count-differs' : level === 'group' ? 'message-count-differs' : 'interchange-count-differs'
      this.#report(closing, `${closing.tag}01`, code, `${closing.tag}01 says ${stated || 'nothing'}, the file holds ${counted}`, {
        stated: stated || '–',
        computed: String(counted),
      })
    }
    const reference = component(closing, 2)
    if (withoutZeros(reference) !== withoutZeros(frame.reference)) {
      const openField = `${frame.opening.tag}0${REFERENCE_ELEMENT[level]}`
      const message = `${openField} is ${frame.reference || 'empty'}, ${closing.tag}02 is ${reference || 'empty'}`
      this.#report(closing, `${closing.tag}02`, 'control-number-differs', message, {
        found: reference || '–',
        expected: frame.reference || '–',
      })
    }
    delete this.#open[level]
  }

  #reportUnclosed(level: Level): void {
    const frame = this.#open[level]
    if (!frame) return
    const tag = CLOSING_TAG[level]
    this.#report(frame.opening, tag, `${level}-not-closed`, `${tag} is missing for the ${frame.opening.tag} at ${frame.opening.position}`)
    delete this.#open[level]
  }

  #report(at: EdifactSegment, field: string, code: string, message: string, facts?: ProblemFacts): void {
    this.note({ position: at.position, field, code, message, facts })
  }
}

function withoutZeros(reference: string): string {
  return reference.replace(/^0+(?=.)/, '')
}
