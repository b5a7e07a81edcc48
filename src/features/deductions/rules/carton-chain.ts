import type { Source } from './reckoning'
import type { ValidityFacts } from './validity-facts'

/** Who bears what happens to the goods on the road. Collect: the customer from pickup on. Prepaid: we do until delivery. */
export type FreightSide = 'collect' | 'prepaid'

/** Cartons of the whole shipment at each hand-over; null where no readable paper says it. */
export type CartonChain = {
  /** Billed and announced: delivery list, else ship notice, else the printed papers. */
  planned: {
    cartons: number
    document: 'delivery' | 'ship-notice' | 'bill-of-lading' | 'proof-of-delivery'
    id: string
    number: string
    position: string | null
  } | null
  /** Counted by the driver at pickup; a shipper's own load and count proves nothing. */
  pickedUp: { cartons: number; document: 'bill-of-lading'; id: string; number: string; position: string | null } | null
  /** Signed for at delivery, else reported by the carrier. */
  delivered: {
    cartons: number
    document: 'proof-of-delivery' | 'carrier-status'
    id: string
    number: string
    position: string | null
  } | null
}

/** The side that bears transport risk: the order's terms, else those on the bill of lading, else the customer's usual ones; null when none says. */
export function freightSide(facts: ValidityFacts): FreightSide | null {
  return freightTermsOf(facts)?.side ?? null
}

/** The freight terms that count and the document they stand on. */
export function freightTermsOf(facts: ValidityFacts): { side: FreightSide; source: Source } | null {
  const { order, customer } = facts
  const ordered = sideOf(order?.freightTerms)
  if (order && ordered)
    return { side: ordered, source: { document: 'purchase-order', id: order.id, number: order.number, position: order.position } }
  const paper = facts.papers.find((candidate) => candidate.kind === 'bill-of-lading' && sideOf(candidate.freightTerms) !== null)
  const printed = sideOf(paper?.freightTerms)
  if (paper && printed) return { side: printed, source: paperSource(paper, 'freightTerms') }
  const usual = sideOf(customer.freightTerms)
  return usual && { side: usual, source: { document: 'customer-master', id: customer.id, number: customer.code } }
}

/** Whether a word of a paper or an order says who pays the carrier. */
export function isFreightSide(terms: string | null | undefined): terms is FreightSide {
  return terms === 'collect' || terms === 'prepaid'
}

function sideOf(terms: string | null | undefined): FreightSide | null {
  return isFreightSide(terms) ? terms : null
}

/** Reads the carton counts of a shipment from its papers. */
export function readCartonChain(facts: ValidityFacts): CartonChain {
  const { delivery, shipNotice } = facts
  const pod = facts.papers.find((paper) => paper.kind === 'proof-of-delivery' && paper.piecesReceived !== null)
  const bol = facts.papers.find((paper) => paper.kind === 'bill-of-lading' && paper.isRead)
  const counted = bol && bol.countBy === 'driver' ? (bol.piecesShipped ?? bol.cartonsPrinted) : null
  const delivered = facts.carrierEvents.findLast((event) => event.status === 'D1' && event.cartons !== null)
  return {
    planned:
      delivery && delivery.cartons !== null
        ? { cartons: delivery.cartons, document: 'delivery', id: delivery.id, number: delivery.number, position: delivery.position }
        : shipNotice && shipNotice.cartons !== null
          ? {
              cartons: shipNotice.cartons,
              document: 'ship-notice',
              id: shipNotice.id,
              number: shipNotice.number,
              position: shipNotice.position,
            }
          : bol && bol.cartonsPrinted !== null
            ? { cartons: bol.cartonsPrinted, document: 'bill-of-lading', ...placed(bol, 'cartonsPrinted') }
            : pod && pod.piecesShipped !== null
              ? { cartons: pod.piecesShipped, document: 'proof-of-delivery', ...placed(pod, 'piecesShipped') }
              : null,
    pickedUp: bol && counted !== null ? { cartons: counted, document: 'bill-of-lading', ...placed(bol, 'driverCount') } : null,
    delivered:
      pod && pod.piecesReceived !== null
        ? { cartons: pod.piecesReceived, document: 'proof-of-delivery', ...placed(pod, 'piecesReceived') }
        : delivered && delivered.cartons !== null
          ? {
              cartons: delivered.cartons,
              document: 'carrier-status',
              id: delivered.id,
              number: delivered.status,
              position: delivered.position,
            }
          : null,
  }
}

type Paper = ValidityFacts['papers'][number]

/** A paper as the source of one of its facts; a fact without a place of its own is looked for on the first page. */
export function paperSource(paper: Paper, fact: string): Source {
  const { position, ...rest } = placed(paper, fact)
  return { document: paper.kind, ...rest, position: position ?? 'page 1' }
}

function placed(paper: Paper, fact: string): { id: string; number: string; position: string | null } {
  const place = paper.citations[fact]
  return { id: paper.documentId, number: paper.fileName, position: typeof place === 'string' ? place : null }
}
