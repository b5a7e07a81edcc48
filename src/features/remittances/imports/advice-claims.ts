import type { StagedValues } from '@/formats/fields/list-reader'
import type { FieldRow } from '@/formats/fields/read-fields'
import type { RemittanceLineValues, RemittanceValues } from './remittance-values'

/**
 * Deductions that the advice itself details (article, quantity, reference) are claim details too: payers without a portal
 * explain them nowhere else. One per adjustment line that says more than its amount.
 */
export function adviceClaims(
  rows: readonly FieldRow[],
  lines: readonly RemittanceLineValues[],
  advice: RemittanceValues,
): { position: string; values: StagedValues }[] {
  const byPosition = new Map(rows.map((row) => [row.position, row.values]))
  return lines.flatMap((line) => {
    const v = byPosition.get(line.position)
    if (v === undefined || line.kind !== 'adjustment' || line.claimNumber === null) return []
    // Exports that print a type of line come from portals, and portals have a file of claims.
    if (v['item'] == null && v['quantity'] == null && (v['details'] == null || v['type'] != null)) return []
    return [{ position: line.position, values: claimOf(line, v, advice) }]
  })
}

function claimOf(line: RemittanceLineValues, v: FieldRow['values'], advice: RemittanceValues): StagedValues {
  return {
    claimNumber: line.claimNumber,
    claimedOn: v['documentOn'] ?? advice.paidOn,
    code: line.ownCode,
    codeText: v['description'] ?? null,
    poNumber: line.poNumber,
    invoiceNumber: line.appliesTo,
    site: null,
    customerItem: null,
    upc: null,
    vendorPart: v['item'] ?? null,
    quantity: v['quantity'] ?? null,
    unitMicros: v['unitMicros'] ?? null,
    amountMinor: line.deductedMinor,
    currency: advice.currency,
    receivedQuantity: null,
    reference: v['details'] ?? /\b(RGA\w+|[A-Z]\d{8})\b/.exec(v['description'] ?? '')?.[1] ?? null,
    source: advice.source,
  }
}
