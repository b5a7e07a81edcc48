/**
 * The form in which document numbers are compared: upper case, letters and digits only, no leading zeros.
 * 'PO 0045-00118' and '4500118' differ only by their prefix; '0045-00118' and '4500118' are equal.
 * The database computes the same key in `comparison_key(text)`; a parity test holds the two together.
 */
export function comparisonKey(raw: string): string {
  return raw
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^0+(?=.)/, '')
}
