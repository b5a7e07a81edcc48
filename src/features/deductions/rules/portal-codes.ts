type Codes = readonly { readonly codes: RegExp; readonly text: string }[]

// Source: what suppliers publish of the portal of a large general retailer (APIS and APDP); meanings, not its words.
const GENERAL_RETAILER: Codes = [
  { codes: /^0*(?:10|11|13|87)$/, text: 'Store claim, returned merchandise' },
  { codes: /^0*20$/, text: 'Price difference' },
  { codes: /^0*21$/, text: 'Concealed shortage' },
  { codes: /^0*22$/, text: 'Goods billed not shipped' },
  { codes: /^0*24$/, text: 'Carton shortage, bill of lading signed short' },
  { codes: /^0*(?:25|28)$/, text: 'Shortage' },
  { codes: /^0*(?:5\d|15[01])$/, text: 'Allowance' },
  { codes: /^0*9[0-7]$/, text: 'Return' },
  { codes: /^0*99$/, text: 'On time, in full (OTIF)' },
]

// Source: what suppliers publish of the deduction codes of a large discount retailer.
const DISCOUNT_RETAILER: Codes = [
  { codes: /^A030$/i, text: 'Carton shortage' },
  { codes: /^A034$/i, text: 'Unit or case pack shortage' },
  { codes: /^A032$/i, text: 'Damaged merchandise' },
  { codes: /^A035$/i, text: 'Overage' },
  { codes: /^A036$/i, text: 'Price variance' },
  { codes: /^A038$/i, text: 'Substitution' },
  { codes: /^A176$/i, text: 'Mixed shortage and overage' },
  { codes: /^A(?:004|135)$/i, text: 'Return' },
  { codes: /^VC\w+/i, text: 'Compliance fine' },
]

const GENERAL_MARKS = /microfilm|\bAPDP\b|\bAPIS\b|walmart/i

/**
 * The meaning of a code that a portal prints without words; null where it is not known. Codes of two digits mean different
 * things at different retailers: `portal` (titles, lines above, file name) has to tell whose they are.
 */
export function knownCodeText(code: string | null, portal: string): string | null {
  if (code === null) return null
  const lists = GENERAL_MARKS.test(portal) ? [GENERAL_RETAILER] : [DISCOUNT_RETAILER]
  return lists.flat().find(({ codes }) => codes.test(code.trim()))?.text ?? null
}
