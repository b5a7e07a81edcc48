import { multiplyDecimals, roundDecimal, sumDecimals } from '@/formats/decimal-text'
import type { SetDraft } from './draft-set'
import { element } from './read-element'
import type { X12Segment, X12Set } from './x12-segment'

/** Segments that open a line of goods. */
export type LineId = 'PO1' | 'IT1' | 'POC' | 'G17' | 'G68' | 'G83'

/** A line with the segments that belong to it. */
export type SetLine = { line: X12Segment; details: X12Segment[] }

/** Where quantity, unit price and basis of the price stand. Source: X12 004010 segments PO1, IT1, POC, G17, G68 and G83. */
const PLACES: Readonly<Record<LineId, { quantity: number; price: number; basis: number | null }>> = {
  PO1: { quantity: 2, price: 4, basis: 5 },
  IT1: { quantity: 2, price: 4, basis: 5 },
  POC: { quantity: 3, price: 6, basis: 7 },
  G17: { quantity: 1, price: 3, basis: null },
  G68: { quantity: 1, price: 3, basis: null },
  G83: { quantity: 2, price: 8, basis: null },
}
/** What ends the last line: the summary of the set, or the next level of a shipment. */
const SUMMARY: ReadonlySet<string> = new Set(['CTT', 'TDS', 'SE', 'HL', 'LE', 'G31', 'G33', 'G76', 'G84'])
/** Basis of unit price: the price is for a hundred or a thousand. Source: X12 element 639. */
const PRICE_FACTOR: Readonly<Record<string, string>> = { HP: '0.01', TP: '0.001' }
/** Prices to the consumer are not what we are paid. Source: X12 element 236. */
const RETAIL_PRICES: ReadonlySet<string> = new Set(['RES', 'RTL', 'MSR', 'SRP', 'SUG'])

/** The lines of a set, each with what follows it up to the next line or the summary. */
export function setLines(set: X12Set, id: LineId): SetLine[] {
  const lines: SetLine[] = []
  let current: SetLine | null = null
  for (const segment of set.segments) {
    if (segment.id === id) {
      current = { line: segment, details: [] }
      lines.push(current)
    } else if (SUMMARY.has(segment.id)) current = null
    else current?.details.push(segment)
  }
  return lines
}

/** Quantity of a line; where the line leaves it out, what its store splits (SDQ) or its schedule (SCH) add up to. */
export function lineQuantity(draft: SetDraft, { line, details }: SetLine): string | null {
  const stated = draft.decimal(line, PLACES[line.id as LineId].quantity)
  if (stated !== null) return stated
  const splits = storeSplits(details).map(({ quantity }) => quantity)
  if (splits.length > 0) return sumDecimals(splits)
  const planned = details.filter(({ id }) => id === 'SCH').map((sch) => draft.decimal(sch, 1) ?? '0')
  return planned.length > 0 ? sumDecimals(planned) : null
}

/** Where the unit price of a line stands: in the line, else in a CTP that is no price to the consumer. */
function pricePlace({ line, details }: SetLine): [segment: X12Segment, index: number] {
  const { price } = PLACES[line.id as LineId]
  if (element(line, price) !== '') return [line, price]
  const ctp = details.find((segment) => segment.id === 'CTP' && element(segment, 3) !== '' && !RETAIL_PRICES.has(element(segment, 2)))
  return ctp ? [ctp, 3] : [line, price]
}

/** Stores and their quantities: pairs of SDQ from SDQ03 on, or a G81 each. Source: X12 004010 segments SDQ and G81. */
export function storeSplits(details: readonly X12Segment[]): { store: string; quantity: string }[] {
  const splits: { store: string; quantity: string }[] = []
  for (const segment of details) {
    const end = segment.id === 'SDQ' ? segment.elements.length : segment.id === 'G81' ? 3 : 0
    for (let at = segment.id === 'SDQ' ? 3 : 1; at + 1 < end; at += 2) {
      const quantity = element(segment, at + 1)
      if (/^\d+(?:\.\d+)?$/.test(quantity)) splits.push({ store: element(segment, at), quantity })
    }
  }
  return splits
}

/** Price of one unit as decimal text; a price for a hundred or a thousand is broken down. Null when none is readable. */
export function unitPrice(draft: SetDraft, line: SetLine): string | null {
  const price = draft.decimal(...pricePlace(line))
  const { basis } = PLACES[line.line.id as LineId]
  const factor = basis === null ? undefined : PRICE_FACTOR[element(line.line, basis)]
  return price === null || factor === undefined ? price : multiplyDecimals(price, factor)
}

/** Quantity × price of one line, rounded half up to two decimals; null when it carries no readable price or quantity. */
export function extendLine(draft: SetDraft, line: SetLine): string | null {
  const quantity = lineQuantity(draft, line)
  const price = unitPrice(draft, line)
  return quantity === null || price === null ? null : roundDecimal(multiplyDecimals(quantity, price), 2)
}

/**
 * Quantity × price over all lines, the way invoices extend. Null when a line carries no readable price: then there is
 * nothing to compare a total with.
 */
export function extendLines(draft: SetDraft, id: LineId): string | null {
  const amounts = setLines(draft.set, id).map((line) => extendLine(draft, line))
  return amounts.includes(null) ? null : sumDecimals(amounts.map((amount) => amount ?? '0'))
}

/** Store splits that do not add up to their line. */
export function checkStoreSplits(draft: SetDraft, id: LineId): void {
  for (const { line, details } of setLines(draft.set, id)) {
    const stated = element(line, PLACES[id].quantity)
    const splits = storeSplits(details)
    for (const { store } of splits) draft.refer('store', store)
    if (splits.length === 0 || stated === '') continue
    const sum = sumDecimals(splits.map(({ quantity }) => quantity))
    if (Number(sum) !== Number(stated)) {
      draft.problem(line, 'SDQ', 'store-split-differs', `the line says ${stated}, its stores add up to ${sum}`)
    }
  }
}
