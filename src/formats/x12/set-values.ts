import { type Currency, parseScaled } from '@/core/money'
import { toMinorText, toPriceText, toWholeText } from '@/formats/exact-text'
import type { StagedRow } from '@/formats/staged-row'
import { SetDraft } from './draft-set'
import { lineQuantity, type SetLine, unitPrice } from './line-figures'
import { element, itemId } from './read-element'
import type { SetReading, X12Envelope } from './set-reading'
import type { X12Segment, X12Set } from './x12-segment'

/** Money of type R (the point is written) in minor units; null and a problem when it is none. */
export function minorText(draft: SetDraft, segment: X12Segment | undefined, index: number, currency: Currency | null): string | null {
  return checked(draft, segment, index, draft.decimal(segment, index), (text) => toMinorText(text, currency), 'amount-unreadable')
}

/** Money of type N2 (two decimals implied) in minor units; null and a problem when it is none. */
export function impliedMinorText(
  draft: SetDraft,
  segment: X12Segment | undefined,
  index: number,
  currency: Currency | null,
): string | null {
  return checked(draft, segment, index, draft.cents(segment, index), (text) => toMinorText(text, currency), 'amount-unreadable')
}

/** A unit price in micros of the major unit. */
export function priceMicrosText(draft: SetDraft, segment: X12Segment | undefined, index: number): string | null {
  return checked(draft, segment, index, draft.decimal(segment, index), toPriceText, 'price-unreadable')
}

/** A quantity of whole units: '24' and '24.000' are 24; a broken unit is a problem. */
export function quantityText(draft: SetDraft, segment: X12Segment | undefined, index: number): string | null {
  return checked(draft, segment, index, draft.decimal(segment, index), toWholeText, 'quantity-unreadable')
}

/** Quantity of a line as whole units, from wherever the line or its details state it; '0' when nothing does. */
export function lineUnits(draft: SetDraft, line: SetLine): string {
  const decimal = lineQuantity(draft, line)
  const units = decimal === null ? '0' : toWholeText(decimal)
  if (units === null) draft.problem(line.line, 'quantity', 'quantity-unreadable', `${decimal} cannot be kept exactly`)
  return units ?? '0'
}

/** Price of one unit in micros of the major unit; null where the line carries none. */
export function lineMicros(draft: SetDraft, line: SetLine): string | null {
  const decimal = unitPrice(draft, line)
  const micros = decimal === null ? null : toPriceText(decimal)
  if (decimal !== null && micros === null) draft.problem(line.line, 'price', 'price-unreadable', `${decimal} cannot be kept exactly`)
  return micros
}

/** Units in a pack of the line, as its PO4 states them. */
export function packOf(draft: SetDraft, { details }: SetLine): number | null {
  return wholeNumber(
    draft,
    details.find(({ id }) => id === 'PO4'),
    1,
  )
}

/** A small whole number (days, packs); null when absent or out of range. */
export function wholeNumber(draft: SetDraft, segment: X12Segment | undefined, index: number): number | null {
  const text = quantityText(draft, segment, index)
  return text === null || Math.abs(Number(text)) > 2_000_000_000 ? null : Number(text)
}

/** Per cent as parts per million: '2' and '2.0' are 20000. */
export function percentPpm(draft: SetDraft, segment: X12Segment | undefined, index: number): number | null {
  const scaled = parseScaled(draft.decimal(segment, index) ?? '', 4)
  return scaled === null || scaled > 10_000_000n || scaled < -10_000_000n ? null : Number(scaled)
}

/** UPC, our part number and the customer's number of an item, from the pairs of a PO1, IT1, LIN … */
export function itemNumbers(segment: X12Segment): { upc: string | null; vendorPart: string | null; customerItem: string | null } {
  return {
    upc: itemId(segment, 'UP', 'EN', 'UK', 'UA', 'UI', 'UD', 'EO', 'UN'),
    vendorPart: itemId(segment, 'VN', 'VP', 'VC', 'VE'),
    customerItem: itemId(segment, 'IN', 'SK', 'CB', 'BP', 'PI', 'PN'),
  }
}

/** Line numbers of a set: as written without leading zeros; the place in the set where the sender left it out or repeats it. */
export class LineNumbers {
  readonly #taken = new Set<string>()
  #count = 0

  next(text: string): string {
    this.#count += 1
    const written = text.replace(/^0+(?=.)/, '')
    let line = written === '' ? String(this.#count) : written
    for (let copy = 2; this.#taken.has(line); copy += 1) line = `${written || this.#count}/${copy}`
    this.#taken.add(line)
    return line
  }
}

/** SCAC of the first TD5 that names one. */
export function carrierOf(set: X12Set): string | null {
  for (const segment of set.segments) if (segment.id === 'TD5' && element(segment, 3) !== '') return element(segment, 3)
  return null
}

/** The reading of one set so far, with the addresses that tell whose it is. */
export function startReading(set: X12Set, envelope: X12Envelope) {
  const draft = new SetDraft(set)
  const position = set.segments[0]?.position ?? ''
  const addressed = { sender: envelope.sender, receiver: envelope.receiver }
  return {
    draft,
    position,
    row: (kind: string, values: StagedRow['values'], at: string = position): StagedRow => ({
      kind,
      position: at,
      values: { ...addressed, ...values },
    }),
    finish: (rows: StagedRow[], totals?: SetReading['totals']): SetReading => ({
      rows,
      rejected: [],
      problems: draft.findings,
      ...(totals ? { totals } : {}),
    }),
    /** A set without its key cannot be kept as a record: it is kept as a rejected row. */
    reject: (field: string, code: string, message: string): SetReading => ({
      rows: [],
      rejected: [{ position, text: textOf(set), problem: { position, field, code, message } }],
      problems: draft.findings,
    }),
  }
}

function textOf(set: X12Set): string {
  return set.segments
    .slice(0, 40)
    .map((segment) => segment.elements.join('*'))
    .join('~')
    .slice(0, 4000)
}

function checked(
  draft: SetDraft,
  segment: X12Segment | undefined,
  index: number,
  decimal: string | null,
  convert: (decimal: string) => string | null,
  code: string,
): string | null {
  if (decimal === null) return null
  const value = convert(decimal)
  if (value === null && segment)
    draft.problem(segment, `${segment.id}${String(index).padStart(2, '0')}`, code, `${element(segment, index)} cannot be kept exactly`, {
      found: element(segment, index),
    })
  return value
}
