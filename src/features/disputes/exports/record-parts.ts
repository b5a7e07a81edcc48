import type { EvidenceKind } from '@/features/deductions/rules/evidence-needed'
import {
  describeCarrier,
  describeFreight,
  describeInvoice,
  describeOrder,
  describeReturns,
  describeShipNotice,
  describeStock,
} from './describe-goods'
import { describeAgreements, describeBank, describeClaim, describeFirst, describePrices, describeRemittance } from './describe-money'
import { type PageContext, type RecordParts, wordsOf } from './record-words'

/** Writes the fields and lines of a record in the customer's language. */
export function describeParts(context: PageContext, kind: EvidenceKind): RecordParts | null {
  const words = wordsOf(context)
  switch (kind) {
    case 'invoice':
      return describeInvoice(context, words)
    case 'purchase-order':
      return describeOrder(context, words)
    case 'ship-notice':
      return describeShipNotice(context, words)
    case 'claim':
      return describeClaim(context, words)
    case 'remittance':
      return describeRemittance(context, words)
    case 'carrier-status':
      return describeCarrier(context, words)
    case 'agreed-price':
      return describePrices(context, words)
    case 'agreement':
      return describeAgreements(context, words)
    case 'return-authorisation':
    case 'return-receipt':
      return describeReturns(context, words, kind)
    case 'freight-bill':
      return describeFreight(context, words)
    case 'stock-report':
      return describeStock(context, words)
    case 'first-deduction':
      return describeFirst(context, words)
    case 'bank-entry':
      return describeBank(context, words)
    case 'bill-of-lading':
    case 'proof-of-delivery':
    case 'warehouse-count':
      return null
  }
}
