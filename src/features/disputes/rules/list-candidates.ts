import { comparisonKey } from '@/core/comparison-key'
import type { EvidenceKind, EvidenceRequirement } from '@/features/deductions/rules/evidence-needed'
import type { PaperFacts } from '@/features/deductions/rules/shipment-facts'
import type { ValidityFacts } from '@/features/deductions/rules/validity-facts'
import { blankExhibit, type Exhibit, goesOutByItself, type Mention, placeOf } from './exhibit'

type RecordFound = { id: string; number: string | null; quantity?: bigint | null }

/**
 * Everything the facts offer for what is asked for, in the order of the template: every paper of a kind, one record per kind.
 * Pure: the same facts give the same list.
 */
export function listCandidates(facts: ValidityFacts, needed: readonly EvidenceRequirement[]): Exhibit[] {
  const found = needed.flatMap(({ evidence, level }): Exhibit[] => {
    const shared = { level, isIncluded: goesOutByItself(evidence) }
    if (evidence === 'bill-of-lading' || evidence === 'proof-of-delivery')
      return facts.papers
        .filter((paper) => paper.kind === evidence)
        .map((paper) => ({ ...blankExhibit(evidence), ...shared, ...paperParts(paper) }))
    if (evidence === 'warehouse-count')
      return facts.mails.map((mail) => ({ ...blankExhibit(evidence), ...shared, documentId: mail.documentId, title: mail.fileName }))
    const record = findRecord(facts, evidence)
    if (!record) return []
    return [
      {
        ...blankExhibit(evidence),
        ...shared,
        recordKind: evidence,
        recordId: record.id,
        title: record.number ?? '',
        mentions: mentionsOf(facts, evidence),
        quantity: record.quantity?.toString() ?? null,
      },
    ]
  })
  return found.sort((a, b) => Number(a.level !== 'required') - Number(b.level !== 'required') || placeOf(a.evidence) - placeOf(b.evidence))
}

/**
 * Leaves out papers that name other orders only, when another paper of their kind names ours: one truck carries many orders.
 * `poKey` is the order of the deduction, in the form in which numbers are compared.
 */
export function leaveOutStrangers(candidates: readonly Exhibit[], poKey: string | null): Exhibit[] {
  const names = (exhibit: Exhibit) => exhibit.mentions.filter((mention) => mention.kind === 'po').map((mention) => mention.key)
  if (poKey === null) return [...candidates]
  return candidates.map((candidate) => {
    const own = names(candidate)
    const isStranger = candidate.documentId !== null && own.length > 0 && !own.includes(poKey)
    const hasBetter = candidates.some((other) => other.evidence === candidate.evidence && names(other).includes(poKey))
    return isStranger && hasBetter ? { ...candidate, isIncluded: false } : candidate
  })
}

function paperParts(paper: PaperFacts): Partial<Exhibit> {
  const pieces = paper.piecesReceived ?? paper.piecesShipped ?? paper.cartonsPrinted
  return {
    documentId: paper.documentId,
    title: paper.fileName.split('/').at(-1) ?? paper.fileName,
    isSigned: paper.isSigned,
    isStamped: paper.isStamped,
    quantity: pieces === null ? null : String(pieces),
  }
}

/** The record of ours that stands for a kind of evidence; null when there is none or when it is a paper. */
export function findRecord(facts: ValidityFacts, kind: EvidenceKind): RecordFound | null {
  switch (kind) {
    case 'claim':
      return facts.claim && { id: facts.claim.id, number: facts.claim.number, quantity: facts.claim.quantity }
    case 'remittance':
      return (
        facts.deduction.remittanceLine && { id: facts.deduction.remittanceLine.id, number: facts.deduction.remittanceLine.remittanceNumber }
      )
    case 'invoice':
      return facts.invoice && { id: facts.invoice.id, number: facts.invoice.number, quantity: totalOf(facts.invoice.lines) }
    case 'purchase-order':
      return facts.order && { id: facts.order.id, number: facts.order.number, quantity: totalOf(facts.order.lines) }
    case 'ship-notice':
      return facts.shipNotice && { id: facts.shipNotice.id, number: facts.shipNotice.number, quantity: totalOf(facts.shipNotice.lines) }
    case 'carrier-status':
      return first(facts.carrierEvents, () => facts.delivery?.pro ?? null)
    case 'agreed-price':
      return first(facts.prices, () => null)
    case 'agreement':
      return first(facts.agreements, (agreement) => agreement.number)
    case 'return-authorisation':
      return first(facts.returnAuthorisations, (authorisation) => authorisation.number)
    case 'return-receipt':
      return first(facts.returnReceipts, () => null)
    case 'freight-bill':
      return first(facts.freightBills, (bill) => bill.number)
    case 'stock-report':
      return first(facts.stockReports, () => null)
    case 'first-deduction':
      return first(facts.siblings, (sibling) => sibling.claimNumber)
    case 'bank-entry':
      return facts.bankEntry && { id: facts.bankEntry.id, number: facts.bankEntry.reference }
    case 'bill-of-lading':
    case 'proof-of-delivery':
    case 'warehouse-count':
      return null
  }
}

function first<Row extends { id: string }>(rows: readonly Row[], number: (row: Row) => string | null): RecordFound | null {
  return rows[0] ? { id: rows[0].id, number: number(rows[0]) } : null
}

function totalOf(lines: readonly { quantity: bigint }[]): bigint {
  return lines.reduce((sum, line) => sum + line.quantity, 0n)
}

// Our own pages print the numbers of the order and invoice they belong to.
function mentionsOf(facts: ValidityFacts, kind: EvidenceKind): Mention[] {
  const po: Mention[] = facts.order ? [{ kind: 'po', key: comparisonKey(facts.order.number) }] : []
  const invoice: Mention[] = facts.invoice ? [{ kind: 'invoice', key: facts.invoice.numberKey }] : []
  if (kind === 'invoice' || kind === 'claim') return [...po, ...invoice]
  if (kind === 'purchase-order' || kind === 'ship-notice') return po
  if (kind === 'remittance' || kind === 'first-deduction') return invoice
  return []
}
