import { assertNever } from '@/core/problem'
import type { DifferenceKind } from './difference-kinds'

/** What a correction is judged by: both sides as stored, and what was agreed, where an agreement says it. */
export type CorrectionFacts = {
  kind: DifferenceKind
  sap: string | null
  other: string | null
  /** The agreed price per unit valid on the day of the order, or the agreed net days; null when no agreement speaks. */
  agreed: string | null
}

/** Which system is wrong as far as the papers tell, what to do there, and the value it should say; null where no value settles it. */
export type Correction = {
  system: 'sap' | 'customer' | 'billing' | 'item-master' | 'warehouse' | 'carrier'
  action: string
  value: string | null
}

/**
 * Proposes who corrects which system and to what. The customer's order rules quantity, article and day; the agreement rules price and
 * terms, whoever departs from it corrects; what left the dock rules notices and invoices. Source: design/experience, worklists.
 */
export function proposeCorrection({ kind, sap, other, agreed }: CorrectionFacts): Correction {
  switch (kind) {
    case 'order-price':
    case 'order-terms':
      return byAgreement(kind, { sap, other, agreed })
    case 'order-quantity':
    case 'order-date':
    case 'order-currency':
    case 'order-item':
    case 'missing-sales-order':
      return { system: 'sap', action: kind, value: other }
    case 'order-pack':
    case 'order-unit':
      return { system: 'item-master', action: kind, value: null }
    case 'order-duplicate':
      return { system: 'sap', action: kind, value: sap }
    case 'missing-order':
      return { system: 'customer', action: kind, value: null }
    case 'shipped-quantity':
      return { system: 'warehouse', action: kind, value: sap }
    case 'received-quantity':
      return { system: 'customer', action: kind, value: sap }
    case 'missing-invoice':
    case 'billed-quantity':
    case 'sent-invoice':
    case 'double-invoice':
      return { system: 'billing', action: kind, value: sap }
    case 'missing-delivery':
    case 'missing-shipment':
      return { system: 'warehouse', action: kind, value: null }
    case 'status':
      return { system: 'sap', action: kind, value: null }
    default:
      return assertNever(kind)
  }
}

type Sides = Omit<CorrectionFacts, 'kind'>

function byAgreement(kind: 'order-price' | 'order-terms', { sap, other, agreed }: Sides): Correction {
  if (agreed === null) return { system: 'sap', action: `${kind}-unclear`, value: null }
  if (isSame(agreed, other)) return { system: 'sap', action: kind, value: other }
  if (isSame(agreed, sap)) return { system: 'customer', action: `${kind}-refused`, value: sap }
  return { system: 'sap', action: `${kind}-both`, value: agreed }
}

function isSame(left: string, right: string | null): boolean {
  return right !== null && trimmed(left) === trimmed(right)
}

// '74.50' and '74.5' are one price.
function trimmed(figure: string): string {
  return figure.includes('.') ? figure.replace(/0+$/, '').replace(/\.$/, '') : figure
}
