import type { SetDraft } from '@/formats/x12/draft-set'
import { element, findSegment, findSegments } from '@/formats/x12/read-element'
import { carrierOf, itemNumbers, LineNumbers, quantityText, wholeNumber } from '@/formats/x12/set-values'
import type { X12Segment } from '@/formats/x12/x12-segment'

type ShipNoticeLine = {
  poNumber: string | null
  line: string
  upc: string | null
  vendorPart: string | null
  customerItem: string | null
  quantity: string
  unit: string | null
  cartons: number
  position: string
}

/** What an 856 or 857 says of a shipment besides its number. Source: X12 004010: TD1, TD5, REF, DTM, PRF, LIN, SN1, MAN. */
export function shipmentFacts(draft: SetDraft) {
  const { set } = draft
  return {
    shippedOn: draft.date(findSegment(set, 'DTM', '011'), 2),
    expectedOn: draft.date(findSegment(set, 'DTM', '017'), 2) ?? draft.date(findSegment(set, 'DTM', '067'), 2),
    carrier: carrierOf(set),
    bol: draft.text(findSegment(set, 'REF', 'BM') ?? findSegment(set, 'REF', 'MB'), 2),
    pro: draft.text(findSegment(set, 'REF', 'CN'), 2),
    cartons: wholeNumber(draft, findSegment(set, 'TD1'), 2),
    lines: shippedLines(draft),
  }
}

/** SN103 of goods counted in cases; with the pack in PO4 they become units. */
const CASES: ReadonlySet<string> = new Set(['CA', 'CS', 'CT', 'CTN'])
const NO_ITEM = { upc: null, vendorPart: null, customerItem: null }

/** The goods of a shipment, line by line, in file order. In an 857 an item may carry its quantity in IT1 only. */
function shippedLines(draft: SetDraft): ShipNoticeLine[] {
  const goods = new ShippedGoods(draft)
  for (const segment of draft.set.segments) goods.take(segment)
  return goods.lines
}

/**
 * Levels need not name their parents: an item belongs to the order level above it. Cartons belong to the item above them,
 * or to the one below where packs stand above items. One carton is counted once, whatever numbers it carries.
 */
class ShippedGoods {
  readonly lines: ShipNoticeLine[] = []
  readonly #draft: SetDraft
  readonly #counted: 'SN1' | 'IT1'
  readonly #carton: string
  readonly #packsAreAbove: boolean
  readonly #numbers = new Map<string, LineNumbers>()
  #poNumber: string | null = null
  #lin: X12Segment | null = null
  #cartonsAhead = 0

  constructor(draft: SetDraft) {
    const { set } = draft
    this.#draft = draft
    this.#counted = findSegment(set, 'SN1') ? 'SN1' : 'IT1'
    this.#carton = findSegment(set, 'MAN', 'GM') ? 'GM' : 'CP'
    const levels = findSegments(set, 'HL').map((level) => element(level, 3))
    const [item, pack] = [levels.indexOf('I'), levels.findIndex((level) => level === 'P' || level === 'T')]
    this.#packsAreAbove = pack >= 0 && item >= 0 && pack < item
  }

  take(segment: X12Segment): void {
    const last = this.lines.at(-1)
    if (segment.id === 'PRF') this.#nameOrder(element(segment, 1) || null)
    else if (segment.id === 'LIN') this.#lin = segment
    else if (segment.id === this.#counted) this.#addLine(segment)
    else if (segment.id === 'PO4' && last) this.#unpack(last, segment)
    else if (segment.id === 'MAN' && element(segment, 1) === this.#carton) {
      if (this.#packsAreAbove) this.#cartonsAhead += 1
      else if (last) last.cartons += 1
    }
  }

  // A PRF inside an item loop comes after its LIN: it names the order of that item.
  #nameOrder(poNumber: string | null): void {
    this.#poNumber = poNumber
    const last = this.lines.at(-1)
    if (last && last.poNumber === null) last.poNumber = poNumber
  }

  #addLine(counted: X12Segment): void {
    const ofOrder = this.#numbers.get(this.#poNumber ?? '') ?? new LineNumbers()
    this.#numbers.set(this.#poNumber ?? '', ofOrder)
    const named = this.#lin ?? (counted.id === 'IT1' ? counted : null)
    this.lines.push({
      poNumber: this.#poNumber,
      line: ofOrder.next(element(this.#lin ?? undefined, 1) || element(counted, 1)),
      ...(named ? itemNumbers(named) : NO_ITEM),
      quantity: quantityText(this.#draft, counted, 2) ?? '0',
      unit: element(counted, 3) || null,
      cartons: this.#cartonsAhead,
      position: (this.#lin ?? counted).position,
    })
    this.#cartonsAhead = 0
    this.#lin = null
  }

  /** PO401 inner packs of PO414 units each make a case. Source: X12 004010 segment PO4. */
  #unpack(line: ShipNoticeLine, po4: X12Segment): void {
    const pack = wholeNumber(this.#draft, po4, 1)
    if (pack === null || pack < 1 || !CASES.has(line.unit ?? '')) return
    const inner = wholeNumber(this.#draft, po4, 14) ?? 1
    line.quantity = (BigInt(line.quantity) * BigInt(pack) * BigInt(Math.max(1, inner))).toString()
    line.unit = 'EA'
  }
}
