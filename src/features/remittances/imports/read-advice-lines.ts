import { comparisonKey } from '@/core/comparison-key'
import type { FieldRow } from '@/formats/fields/read-fields'
import { readClaimSuffix } from '../rules/read-claim-suffix'
import { BLANK_LINE, type RemittanceLineValues } from './remittance-values'

const REVERSAL = /revers|credit|repa(?:id|yment)|refund|storno|gutschrift|冲销|退回|返还/i
const CASH_DISCOUNT = /(?:cash|terms|early|prompt).{0,10}discount|skonto|现金折扣/i

/** Lines of one payment: invoices paid, deductions, credits; a cash discount on a row of its own joins its invoice. */
export function readAdviceLines(rows: readonly FieldRow[]): RemittanceLineValues[] {
  const lines: RemittanceLineValues[] = []
  const invoices = new Map<string, RemittanceLineValues>()
  for (const row of rows) {
    const { values: v } = row
    const paid = BigInt(v['paid'] ?? '0')
    const paidInvoice = invoices.get(comparisonKey(v['reference'] ?? ''))
    if (paid < 0n && paidInvoice !== undefined && CASH_DISCOUNT.test(v['description'] ?? '')) takeDiscount(paidInvoice, -paid)
    else if (paid < 0n) lines.push(adjustment(row, -paid, paidInvoice))
    else if (isCredit(v)) lines.push(credit(row, paid))
    else {
      const line = invoice(row, paid)
      invoices.set(comparisonKey(v['reference'] ?? ''), line)
      lines.push(line, ...shortPay(line, row))
    }
  }
  return lines
}

function isCredit(v: FieldRow['values']): boolean {
  const reversed = readClaimSuffix(v['reference'] ?? '')
  // Agreements are numbered like invoices of many suppliers: money paid on such a number is an invoice.
  if (reversed !== null && reversed.type !== 'agreement') return true
  return REVERSAL.test(`${v['type'] ?? ''} ${v['description'] ?? ''}`) || (v['code'] ?? null) !== null
}

function invoice(row: FieldRow, paid: bigint): RemittanceLineValues {
  const { values: v } = row
  const discount = BigInt(v['discount'] ?? '0')
  const gross = BigInt(v['gross'] ?? (paid + discount).toString())
  return {
    ...blankLine(row),
    kind: 'invoice',
    grossMinor: gross.toString(),
    discountMinor: discount.toString(),
    paidMinor: paid.toString(),
  }
}

function takeDiscount(line: RemittanceLineValues, discount: bigint): void {
  line.discountMinor = (BigInt(line.discountMinor) + discount).toString()
  line.paidMinor = (BigInt(line.paidMinor) - discount).toString()
}

function shortPay(line: RemittanceLineValues, row: FieldRow): RemittanceLineValues[] {
  const missing = BigInt(line.grossMinor ?? '0') - BigInt(line.discountMinor) - BigInt(line.paidMinor)
  const withheld = absolute(BigInt(row.values['withheld'] ?? '0'))
  const netted = { ...blankLine(row), appliesTo: line.reference, isNetted: true }
  const lines: RemittanceLineValues[] = []
  // What an invoice keeps back under a title of its own is not silent.
  if (withheld > 0n && withheld <= missing)
    lines.push({ ...netted, kind: 'adjustment', deductedMinor: withheld.toString(), ownCode: 'Withholding', text: 'Withholding tax' })
  const left = lines.length > 0 ? missing - withheld : missing
  if (left > 0n) lines.push({ ...netted, kind: 'short-pay', deductedMinor: left.toString(), ownCode: row.values['code'] ?? null })
  return lines
}

function absolute(minor: bigint): bigint {
  return minor < 0n ? -minor : minor
}

function adjustment(row: FieldRow, deducted: bigint, paidInvoice: RemittanceLineValues | undefined): RemittanceLineValues {
  const { values: v } = row
  const suffixed = readClaimSuffix(v['reference'] ?? '')
  return {
    ...blankLine(row),
    kind: 'adjustment',
    paidMinor: (-deducted).toString(),
    deductedMinor: deducted.toString(),
    ownCode: ownCode(v),
    // A row that names the invoice itself carries no claim number.
    claimNumber: paidInvoice === undefined ? (v['reference'] ?? null) : null,
    appliesTo: v['appliesTo'] ?? suffixed?.invoiceNumber ?? paidInvoice?.reference ?? null,
  }
}

function credit(row: FieldRow, paid: bigint): RemittanceLineValues {
  const { values: v } = row
  const suffixed = readClaimSuffix(v['reference'] ?? '')
  return {
    ...blankLine(row),
    kind: 'credit',
    paidMinor: paid.toString(),
    ownCode: ownCode(v),
    claimNumber: suffixed?.claimNumber ?? v['reference'] ?? null,
    appliesTo: v['appliesTo'] ?? suffixed?.invoiceNumber ?? null,
  }
}

// Marketplaces name the reason in words where others print a code; 'SHT Carton shortage' starts with one.
function ownCode(v: FieldRow['values']): string | null {
  if (v['code'] != null) return v['code']
  const words = (v['description'] ?? '').replace(/^reversal (?:for|of) /i, '')
  return /^([A-Z0-9]{2,4})\s+\S/.exec(words)?.[1] ?? (v['type'] != null && words !== '' ? words : null)
}

function blankLine(row: FieldRow): RemittanceLineValues {
  const { values: v } = row
  const text = [v['description'], v['details']].filter((part) => part != null && part !== '').join(' ')
  return {
    ...BLANK_LINE,
    reference: v['reference'] ?? null,
    poNumber: v['poNumber'] ?? /\bPO[ :#]*([A-Z0-9-]{3,})/i.exec(v['details'] ?? '')?.[1] ?? null,
    text: text === '' ? null : text,
    position: row.position,
  }
}
