/**
 * Whether an SSCC-18 (also written with its 00 prefix as 20 digits) carries the right check digit.
 * Source: GS1 General Specifications, mod-10 check digit.
 */
export function isSsccCheckDigitRight(text: string): boolean {
  const digits = text.length === 20 && text.startsWith('00') ? text.slice(2) : text
  if (!/^\d{18}$/.test(digits)) return false
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0)
  return sum % 10 === 0
}
