/** What the shape of a marketplace's claim number says. `claimNumber` is the claim itself, also when the line reverses it. */
export type SuffixedClaim = {
  invoiceNumber: string | null
  claimNumber: string
  isReversal: boolean
  type: 'shortage' | 'price' | 'price-protection' | 'chargeback' | 'hold' | 'agreement' | 'other' | null
}

const SUFFIXES: readonly { pattern: RegExp; type: SuffixedClaim['type']; namesInvoice: boolean }[] = [
  { pattern: /^([A-Z0-9_/-]*\d{4,})(SC(?:RSC)*)(R?)$/, type: 'shortage', namesInvoice: true },
  { pattern: /^([A-Z0-9_/-]*\d{4,})(PC)(R?)$/, type: 'price', namesInvoice: true },
  { pattern: /^([A-Z0-9-]*VCBSINV[0-9-]*)()(R?)$/, type: 'chargeback', namesInvoice: false },
  { pattern: /^(IPAPUS\d+)()(R?)$/, type: 'price-protection', namesInvoice: false },
  { pattern: /^(PROVISION FOR RECEIVABLES?)()(R?)$/, type: 'hold', namesInvoice: false },
  { pattern: /^([A-Z0-9]{4}-[A-Z0-9]{8})()(R?)$/, type: 'agreement', namesInvoice: false },
  { pattern: /^(\d{4,})(VR)(R?)$/, type: 'other', namesInvoice: false },
]

/**
 * Reads the suffix a marketplace hangs on our invoice number or its own: SC shortage, SCR its reversal, SCRSC claimed
 * again, PC price, VCBSINV chargeback, IPAPUS price protection, PROVISION FOR RECEIVABLES a hold, four and eight places a
 * co-op agreement, VR others; a trailing R takes the claim back.
 * Null when the number has none. Source: published remittance guides of Amazon vendors.
 */
export function readClaimSuffix(number: string): SuffixedClaim | null {
  const bare = number.trim().toUpperCase()
  for (const { pattern, type, namesInvoice } of SUFFIXES) {
    const match = pattern.exec(bare)
    if (!match) continue
    const [, base = '', suffix = '', reversal = ''] = match
    return { invoiceNumber: namesInvoice ? base : null, claimNumber: base + suffix, isReversal: reversal === 'R', type }
  }
  return null
}
