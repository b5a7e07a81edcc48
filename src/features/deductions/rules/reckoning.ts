import type { CalendarDate } from '@/core/calendar-date'
import { type Money, money, type PriceMicros, scaledToText, toDecimalText } from '@/core/money'
import type { Ppm } from '@/core/rate'
import type { JudgedCause } from './root-cause'
import type { Citation, CitedDocument, LiableParty, MissingPaper, Step, StepUnit, StepValue, ValidityVerdict } from './verdict'

export const quantity = (value: bigint | number, unit: StepUnit = 'each'): StepValue => ({
  type: 'quantity',
  quantity: value.toString(),
  unit,
})
export const amount = (value: Money): StepValue => ({ type: 'money', minor: value.minor.toString(), currency: value.currency })
export const price = (micros: PriceMicros, currency: string): StepValue => ({ type: 'price', micros: micros.toString(), currency })
export const rate = (ppm: Ppm): StepValue => ({ type: 'rate', ppm })
export const onDay = (date: CalendarDate): StepValue => ({ type: 'date', date })
export const words = (text: string): StepValue => ({ type: 'text', text })

/** Where a figure comes from, as the judges name it; the rest of a citation is filled with nulls. */
export type Source = {
  document: CitedDocument
  id?: string | null
  number?: string | null
  line?: string | null
  position?: string | null
  says?: string
}

type CitedRecord = { id: string; number: string | null; position: string | null }

/** A record of ours as a source: the document is the kind of paper it came from. */
export function sourceOf(document: CitedDocument, { id, number, position }: CitedRecord): Source {
  return { document, id, number, position }
}

/** Collects the arithmetic of one verdict: figures with their documents, and results with their working. */
export type Reckoning = {
  steps: Step[]
  citations: Citation[]
  /** A figure that a document states. */
  read: (label: string, value: StepValue, source: Source) => void
  /** A figure counted from many records, none of which says it alone. */
  note: (label: string, value: StepValue) => void
  /** A figure that follows from two others. */
  work: (label: string, value: StepValue, left: StepValue, operator: NonNullable<Step['working']>['operator'], right: StepValue) => void
}

/** Starts an empty reckoning. Equal citations are kept once. */
export function startReckoning(): Reckoning {
  return new Figures()
}

// A class, not closures: a million deductions start a reckoning each.
class Figures implements Reckoning {
  readonly steps: Step[] = []
  readonly citations: Citation[] = []

  read(label: string, value: StepValue, source: Source): void {
    this.steps.push({ label, value, working: null, cite: this.cite(source, source.says ?? plainText(value)) })
  }

  note(label: string, value: StepValue): void {
    this.steps.push({ label, value, working: null, cite: null })
  }

  work(...[label, value, left, operator, right]: Parameters<Reckoning['work']>): void {
    this.steps.push({ label, value, working: { left, operator, right }, cite: null })
  }

  private cite({ document, id = null, number = null, line = null, position = null }: Source, says: string): number {
    const citation: Citation = { document, id, number, line, position, says }
    const known = this.citations.findIndex((other) => isSameCitation(other, citation))
    return known >= 0 ? known : this.citations.push(citation) - 1
  }
}

function isSameCitation(one: Citation, other: Citation): boolean {
  const { document, id, number, line, position, says } = one
  return (
    id === other.id &&
    says === other.says &&
    document === other.document &&
    number === other.number &&
    line === other.line &&
    position === other.position
  )
}

type Outcome = {
  /** What the customer rightly took, minor units; clamped to 0 … taken. */
  owedMinor: bigint
  because: string
  confidencePpm: number
  liable: LiableParty | null
  rootCause: JudgedCause | null
  missing?: readonly MissingPaper[]
}

/** Turns what is owed into a verdict: nothing owed is invalid, all of it valid, anything between partly. */
export function settle(taken: Money, reckoning: Reckoning, outcome: Outcome): ValidityVerdict {
  const owed = outcome.owedMinor < 0n ? 0n : outcome.owedMinor > taken.minor ? taken.minor : outcome.owedMinor
  const recoverable = money(taken.minor - owed, taken.currency)
  return {
    kind: owed === 0n ? 'invalid' : recoverable.minor === 0n ? 'valid' : 'partly',
    recoverable,
    confidencePpm: outcome.confidencePpm,
    because: outcome.because,
    steps: reckoning.steps,
    citations: reckoning.citations,
    missing: outcome.missing ?? [],
    liable: owed === 0n && outcome.liable === null ? 'customer' : outcome.liable,
    rootCause: outcome.rootCause,
  }
}

type Refutation = { because: string; confidencePpm: number; rootCause: JudgedCause }

/** Nothing of it is owed, and it is the customer who has to give it back. */
export function refute(taken: Money, reckoning: Reckoning, refutation: Refutation): ValidityVerdict {
  return settle(taken, reckoning, { owedMinor: 0n, liable: 'customer', ...refutation })
}

/** No verdict without these papers. */
export function undecided(taken: Money, reckoning: Reckoning, because: string, missing: readonly MissingPaper[]): ValidityVerdict {
  return {
    kind: 'undecided',
    recoverable: money(0n, taken.currency),
    confidencePpm: 0,
    because,
    steps: reckoning.steps,
    citations: reckoning.citations,
    missing,
    liable: null,
    rootCause: null,
  }
}

// As a person would read it in the document.
function plainText(value: StepValue): string {
  switch (value.type) {
    case 'quantity':
      return value.quantity
    case 'money':
      return toDecimalText(money(BigInt(value.minor), value.currency))
    case 'price':
      return scaledToText(BigInt(value.micros), 6).replace(/0{1,4}$/, '')
    case 'rate':
      return `${value.ppm / 10_000} %`
    case 'date':
      return value.date
    case 'text':
      return value.text
  }
}
