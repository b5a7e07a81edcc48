import type { Category, MappedCategory } from './deduction'

/** What is known about a deduction's reason: the customer's own code and text, and the standard codes behind it. */
export type CodeFacts = {
  ownCode: string | null
  text: string | null
  x12Code: string | null
  edifactCode: string | null
  /** Set by a person for this customer's code; stands above everything else. */
  mappedCategory: string | null
  isCashDiscount: boolean
}

// Words of the code's text in English, German and Chinese, most specific first. Source: the retailers' published code lists.
const WORDS: readonly (readonly [RegExp, MappedCategory])[] = [
  [/price protect|preisschutz|价格保护|价保/i, 'price-protection'],
  [/post.?audit|nachpr(?:ü|ue)fung|审计/i, 'post-audit'],
  [/duplicate|doppelt|重复/i, 'duplicate'],
  [/cash discount|terms discount|skonto|现金折扣/i, 'cash-discount'],
  [/substitut|ersatzartikel|替代/i, 'substitution'],
  [/damag|besch(?:ä|ae)dig|破损/i, 'damage'],
  [/return|retoure|rücksendung|退货|defective|recall/i, 'returns'],
  [/ship method|routing|spediteur|承运商/i, 'compliance'],
  [/on.?time|asn|lieferavis|verzug|late deliver|otif|compliance|预约单|延迟|chargeback/i, 'compliance'],
  [/freight|fracht|运费|transport/i, 'freight'],
  [/co-?op|advertis|werbekosten|广告|promotion|aktionsrabatt|促销|rebate|bonus|bulk buy|返利|volume/i, 'promotion'],
  [/shortage|short ship|fehlmenge|短少|not received|no merchandise|nicht erhalten|未收到|billed not shipped/i, 'shortage'],
  [/price|cost diff|list cost|missed adjustment|preis|价格/i, 'price'],
  [/allowance|off.?invoice|zuschuss/i, 'allowance'],
  [/\btax\b|\bvat\b|mwst|税/i, 'tax'],
]

// Source: X12 004010 element 426.
const X12: Readonly<Record<string, MappedCategory>> = {
  '01': 'price',
  '02': 'allowance',
  '03': 'price',
  '04': 'damage',
  '05': 'damage',
  '06': 'shortage',
  '07': 'substitution',
  '08': 'substitution',
  '09': 'cash-discount',
  '11': 'returns',
  '12': 'returns',
  '13': 'returns',
  '14': 'returns',
  '15': 'returns',
  '16': 'allowance',
  '19': 'duplicate',
  '21': 'compliance',
  '24': 'cash-discount',
  '30': 'freight',
  '31': 'freight',
  '41': 'compliance',
  '42': 'shortage',
  '43': 'cash-discount',
  '44': 'compliance',
  '46': 'freight',
  '50': 'compliance',
  '52': 'post-audit',
  '54': 'freight',
  '55': 'tax',
  '56': 'promotion',
  '57': 'promotion',
  '59': 'shortage',
}

// Source: EDIFACT D.96A element 4465.
const EDIFACT: Readonly<Record<string, MappedCategory>> = {
  '2': 'damage',
  '3': 'damage',
  '4': 'shortage',
  '5': 'price',
  '9': 'post-audit',
  '14': 'substitution',
  '15': 'returns',
  '16': 'returns',
  '17': 'compliance',
  '19': 'price-protection',
  '20': 'compliance',
  '21': 'promotion',
  '32': 'shortage',
  '33': 'compliance',
  '35': 'returns',
  '38': 'promotion',
  '39': 'promotion',
  '40': 'freight',
  '49': 'substitution',
  '53': 'duplicate',
  '66': 'cash-discount',
}

/**
 * The category of a deduction. A person's mapping wins, then the discount column of the payment, then the words of the
 * code, then EDIFACT 4465 (finer), then X12 426. Mutually defined codes (ZZ) without words stay unclear.
 */
export function categoryOfCode(facts: CodeFacts, categories: readonly Category[]): Category {
  const mapped = categories.find((category) => category === facts.mappedCategory)
  if (mapped !== undefined) return mapped
  if (facts.isCashDiscount) return 'cash-discount'
  const words = [facts.text, facts.ownCode].filter((text) => text !== null).join(' ')
  return categoryOfWords(words) ?? categoryOfEdifact(facts.edifactCode) ?? categoryOfX12(facts.x12Code) ?? 'unclear'
}

/** What the words of a code say, in English, German or Chinese; null when they say nothing. */
export function categoryOfWords(words: string): MappedCategory | null {
  return WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? null
}

/** What the standard code says, X12 element 426; null when it is unknown or mutually defined. */
export function categoryOfX12(code: string | null): MappedCategory | null {
  return X12[padded(code)] ?? null
}

/** What the standard code says, EDIFACT element 4465; null when it is unknown or mutually defined. */
export function categoryOfEdifact(code: string | null): MappedCategory | null {
  return EDIFACT[code ?? ''] ?? null
}

// Payments may drop the leading zero of the code.
function padded(code: string | null): string {
  return code !== null && /^\d$/.test(code) ? `0${code}` : (code ?? '')
}
