/**
 * The form in which document numbers are compared: ASCII upper case, no blanks or ASCII punctuation, no leading zeros.
 * '0045-00118' and '4500118' are equal. The database computes the same key in `comparison_key(text)`; a test holds the two together.
 */
export function comparisonKey(raw: string): string {
  return raw
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .replace(/[\s\u00a0\u3000!-/:-@[-`{-~]/g, '')
    .replace(/^0+(?=.)/, '')
}
