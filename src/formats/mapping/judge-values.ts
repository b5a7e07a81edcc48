import type { FieldKind } from '../fields/table-shape'
import type { ColumnSurvey } from './survey-column'

/** What our own records know values by. */
export const REGISTERS = ['purchase-order', 'invoice', 'claim', 'item', 'customer-item', 'upc', 'account', 'reason-code'] as const
export type Register = (typeof REGISTERS)[number]

/** Share of a column's samples, in percent, that our records know, by register. */
export type KnownShares = Partial<Readonly<Record<Register, number>>>

const REGISTER_OF: Readonly<Record<string, Register>> = {
  poNumber: 'purchase-order',
  invoiceNumber: 'invoice',
  claimNumber: 'claim',
  material: 'item',
  vendorPart: 'item',
  customerItem: 'customer-item',
  upc: 'upc',
  account: 'account',
  customer: 'account',
  code: 'reason-code',
  reasonCode: 'reason-code',
}
const KIND_REGISTERS: Readonly<Record<string, Register>> = {
  'orders.number': 'purchase-order',
  'remittance-table.reference': 'invoice',
  'sap-vf05.number': 'invoice',
}

/** The register that knows the values of a field, if one does. */
export function registerOf(kind: string, field: string): Register | null {
  return KIND_REGISTERS[`${kind}.${field}`] ?? REGISTER_OF[field] ?? null
}

/** How well the values of a column fit a kind of field, 0 to 1. An empty column says nothing against it. */
export function fitOf({ type, looks }: ColumnSurvey, field: string, as: FieldKind): number {
  if (type === 'empty') return 0.9
  if (field === 'currency') return looks.includes('currency') ? 1 : 0.3
  switch (as) {
    case 'date':
      return type === 'date' ? 1 : 0.2
    case 'amount':
    case 'price':
      return type === 'amount' ? 1 : type === 'integer' ? 0.85 : 0.2
    case 'quantity':
    case 'whole':
      return type === 'integer' ? 1 : type === 'amount' ? 0.6 : 0.15
    case 'percent':
      return looks.includes('percent') || type === 'amount' || type === 'integer' ? 1 : 0.3
    case 'id':
      return type === 'date' ? 0.2 : type === 'amount' || looks.includes('sentence') ? 0.4 : 1
    case 'text':
      return type === 'date' ? 0.3 : type === 'amount' ? 0.4 : 1
  }
}

/** What the values themselves say for a field: how strongly, 0 to 1, and the code of the reason. */
export function evidenceOf(
  { looks }: ColumnSurvey,
  kind: string,
  field: string,
  known: KnownShares,
): { strength: number; because: 'known' | 'currency' | 'upc' | 'asin' | 'claim' | 'sentence' } | null {
  const register = registerOf(kind, field)
  const share = register === null ? 0 : (known[register] ?? 0)
  if (share >= 40) return { strength: 0.55 + share * 0.0035, because: 'known' }
  if (field === 'currency' && looks.includes('currency')) return { strength: 0.8, because: 'currency' }
  if (field === 'upc' && looks.includes('upc')) return { strength: 0.75, because: 'upc' }
  if (field === 'customerItem' && looks.includes('asin')) return { strength: 0.75, because: 'asin' }
  if (field === 'claimNumber' && looks.includes('claim') && looks.includes('unique')) return { strength: 0.5, because: 'claim' }
  if (field === 'codeText' && looks.includes('sentence')) return { strength: 0.5, because: 'sentence' }
  return null
}
