import { comparisonKey } from '@/core/comparison-key'
import type { MappedCategory } from '@/features/deductions/rules/deduction'
import { categoryOf } from './categories'
import { CLAIM_KINDS, type ClaimKind, codeOf, wordsOf } from './claim-codes'
import { CUSTOMERS } from './customers'
import { existing } from './dice'

export type MappedCode = { customer: string; code: string; category: MappedCategory; internalReason: string; sapReason: string }

// Codes that came up only lately, so nobody has said yet what they mean.
const NOT_MAPPED: readonly ClaimKind[] = ['pallet', 'unclear', 'recall', 'routing', 'postAudit']
const WAITING = { customer: 'C01', kind: 'asnLate' } as const

const SAP_REASONS: Readonly<Partial<Record<MappedCategory, string>>> = {
  shortage: 'R10',
  damage: 'R12',
  price: 'R20',
  promotion: 'R30',
  'price-protection': 'R32',
  returns: 'R40',
  compliance: 'R50',
  freight: 'R60',
  'cash-discount': 'R70',
  duplicate: 'R80',
}

/** The codes whose meaning the demo's people agreed on, each once per customer. */
export function mappedCodes(): MappedCode[] {
  return CUSTOMERS.flatMap((customer) => {
    const seen = new Set<string>()
    return CLAIM_KINDS.flatMap((kind) => {
      const code = codeOf(customer, kind)
      const isWaiting = customer.id === WAITING.customer && kind === WAITING.kind
      if (code === null || NOT_MAPPED.includes(kind) || isWaiting || seen.has(comparisonKey(code))) return []
      seen.add(comparisonKey(code))
      return [mapOf(customer.id, kind)]
    })
  })
}

/** The map that somebody proposed and nobody decided yet. */
export function waitingCode(): MappedCode {
  return mapOf(WAITING.customer, WAITING.kind)
}

function mapOf(customerId: string, kind: ClaimKind): MappedCode {
  const customer = existing(CUSTOMERS.find((one) => one.id === customerId))
  const category = categoryOf(kind)
  if (category === 'unclear') throw new Error(`${kind} says nothing`)
  const code = existing(codeOf(customer, kind) ?? undefined)
  return { customer: customer.id, code, category, internalReason: wordsOf(customer, kind), sapReason: SAP_REASONS[category] ?? '' }
}
