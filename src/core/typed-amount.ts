// Words that people write behind a number, and what they multiply it by; 万 and 亿 are ten thousand and a hundred million.
const UNITS: Readonly<Record<string, number>> = { k: 3, m: 6, 千: 3, 万: 4, 萬: 4, 亿: 8, 億: 8 }

/**
 * An amount as a person types it, in the manner of either language, as a plain decimal: '$1,234.50', '1.234,50', '1 234.5', '１，２００',
 * '1.5万' and '12k' are read. Null when it is none. A single point or comma before exactly three digits is a comma of thousands when it
 * is a comma, and a decimal point when it is a point.
 */
export function readTypedAmount(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’]/g, '')
    .replace(/^(-?)(?:[a-z]{0,3}[$€£¥]|[a-z]{3})/, '$1')
    .replace(/(?:元|rmb|[a-z]{3}|[$€£¥])$/, '')
  const found = /^(-?)([\d.,]+)([km千万萬亿億]?)$/.exec(plain)
  if (!found) return null
  const [, sign = '', digits = '', unit = ''] = found
  const number = pointed(digits)
  if (number === null) return null
  const decimal = shifted(number, UNITS[unit] ?? 0)
  return /^\d{1,12}(\.\d{1,3})?$/.test(decimal) ? sign + decimal : null
}

// One decimal point at most, nothing between thousands.
function pointed(digits: string): string | null {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','))
  if (last < 0) return digits
  const mark = digits.charAt(last)
  const other = mark === '.' ? ',' : '.'
  const marks = digits.split(mark).length - 1
  const isThousands = !digits.includes(other) && (marks > 1 || (mark === ',' && digits.length - last === 4))
  const whole = isThousands ? digits : digits.slice(0, last)
  const rest = isThousands ? '' : digits.slice(last + 1)
  const separator = isThousands ? mark : other
  const groups = whole.split(separator)
  const isWhole =
    groups.length === 1 ? /^\d*$/.test(whole) : /^\d{1,3}$/.test(groups[0] ?? '') && groups.slice(1).every((group) => /^\d{3}$/.test(group))
  if (!isWhole || !/^\d*$/.test(rest) || `${whole}${rest}` === '') return null
  const joined = groups.join('') || '0'
  return rest === '' ? joined : `${joined}.${rest}`
}

function shifted(number: string, places: number): string {
  const [whole = '0', rest = ''] = number.split('.')
  const padded = rest.padEnd(places, '0')
  const moved = `${whole}${padded.slice(0, places)}`.replace(/^0+(?=\d)/, '')
  const left = padded.slice(places).replace(/0+$/, '')
  return left === '' ? moved : `${moved}.${left}`
}
