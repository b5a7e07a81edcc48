import type { Customer } from './customers'
import { existing } from './dice'

/** What a deduction says is wrong, finer than our category. */
export const CLAIM_KINDS = [
  'carton',
  'sealIntact',
  'concealed',
  'unitShort',
  'notReceived',
  'price',
  'priceDocumented',
  'substitute',
  'postAudit',
  'priceProtection',
  'promotion',
  'coop',
  'rebate',
  'return',
  'recall',
  'onTime',
  'asnLate',
  'routing',
  'freight',
  'discount',
  'damage',
  'pallet',
  'billedTwice',
  'unclear',
] as const
export type ClaimKind = (typeof CLAIM_KINDS)[number]

// kind: X12 element 426, EDIFACT element 4465, English, German, Chinese
const WORDS: Record<ClaimKind, readonly [string, string, string, string, string]> = {
  carton: ['06', '4', 'Carton shortage', 'Fehlmenge', '短少'],
  sealIntact: ['06', '4', 'Short, trailer seal intact', 'Fehlmenge, Siegel unversehrt', '短少，封条完好'],
  concealed: ['06', '4', 'Concealed shortage', 'Verdeckte Fehlmenge', '箱内短少'],
  unitShort: ['06', '4', 'Unit shortage, case pack', 'Fehlmenge, Packeinheit', '箱规短少'],
  notReceived: ['59', '32', 'No merchandise received for invoice', 'Ware nicht erhalten', '未收到货'],
  price: ['01', '5', 'Price difference', 'Preisabweichung', '价格差异'],
  priceDocumented: ['01', '5', 'Price difference as documented', 'Preisabweichung laut Beleg', '凭证价格差异'],
  substitute: ['08', '49', 'Substitution overcharge', 'Ersatzartikel', '替代品差价'],
  postAudit: ['52', '9', 'Post audit claim', 'Nachpruefung', '审计追溯'],
  priceProtection: ['57', '19', 'Price protection', 'Preisschutz', '价格保护'],
  promotion: ['56', '21', 'Promotional allowance', 'Aktionsrabatt', '促销费用'],
  coop: ['56', '21', 'Co-op advertising', 'Werbekostenzuschuss', '广告费'],
  rebate: ['57', '38', 'Volume rebate', 'Bonus', '返利'],
  return: ['11', '35', 'Merchandise return', 'Retoure', '退货'],
  recall: ['15', '35', 'Return for overstock or recall', 'Retoure Ueberbestand', '召回退货'],
  onTime: ['50', '20', 'On-time delivery charge', 'Lieferverzug', '延迟到货罚款'],
  asnLate: ['44', '20', 'ASN timeliness charge', 'Lieferavis verspaetet', '预约单延迟'],
  routing: ['21', '17', 'Routing guide violation', 'Falscher Spediteur', '承运商不符'],
  freight: ['54', '40', 'Freight charge', 'Fracht', '运费'],
  discount: ['24', '66', 'Cash discount', 'Skonto', '现金折扣'],
  damage: ['04', '3', 'Damaged merchandise', 'Beschaedigte Ware', '破损'],
  pallet: ['10', 'ZZZ', 'Pallet or shrink wrap short', 'Palettentausch', '托盘费用'],
  billedTwice: ['19', '53', 'Duplicate billing', 'Doppelte Rechnung', '重复开票'],
  unclear: ['ZZ', 'ZZZ', '', '', ''],
}

type CodeTable = Partial<Record<ClaimKind, string>>

const NUMBERED: CodeTable = {
  carton: '24',
  sealIntact: '14',
  concealed: '21',
  notReceived: '25',
  price: '11',
  priceDocumented: '10',
  substitute: '13',
  postAudit: 'PA',
  priceProtection: '57',
  promotion: '51',
  coop: '50',
  rebate: '52',
  return: '94',
  recall: '92',
  onTime: 'OTIF',
  asnLate: 'SQEP',
  routing: '47',
  freight: '44',
  discount: '59',
  damage: '28',
  pallet: '15',
  billedTwice: '30',
}
const LETTERED: CodeTable = {
  carton: 'SHT',
  sealIntact: 'SIT',
  concealed: 'CSH',
  notReceived: 'NRC',
  price: 'PRC',
  postAudit: 'PA',
  priceProtection: 'PPR',
  promotion: 'PRM',
  coop: 'COP',
  rebate: 'VRB',
  return: 'RTV',
  onTime: 'LTE',
  asnLate: 'ASN',
  routing: 'RTG',
  freight: 'FRT',
  discount: 'DSC',
  damage: 'DMG',
  billedTwice: 'DUP',
}

const CODES: Readonly<Record<string, CodeTable>> = {
  C01: { ...NUMBERED, carton: '22' },
  C02: {
    carton: 'Shortage Claim',
    price: 'Price Claim',
    postAudit: 'Missed Adjustment Claim',
    priceProtection: 'Price Protection',
    promotion: 'Promotional allowance',
    coop: 'Co-op',
    rebate: 'Quantity/bulk buy allowance',
    return: 'Vendor Returns',
    onTime: 'PO On-Time Accuracy',
    asnLate: 'ASN Accuracy',
    routing: 'Ship method',
    freight: 'Freight',
    discount: 'Terms Discount',
    damage: 'Damage allowance',
  },
  C03: NUMBERED,
  C04: {
    carton: 'A030',
    unitShort: 'A034',
    notReceived: 'A176',
    price: 'A036',
    postAudit: '90SG',
    priceProtection: 'FCA2',
    promotion: 'FCA1',
    coop: 'FCA3',
    rebate: 'FCA4',
    return: 'A004',
    onTime: 'TR08',
    asnLate: 'VC07',
    routing: 'TRT4',
    freight: 'TR09',
    discount: 'CB02',
    damage: 'A032',
  },
  C05: NUMBERED,
  C06: NUMBERED,
  C07: {
    carton: 'SH',
    notReceived: '8',
    price: 'LC',
    postAudit: 'PA',
    priceProtection: 'PP',
    promotion: 'OI',
    coop: 'AD',
    rebate: 'VR',
    return: 'RT',
    onTime: 'ORAD',
    asnLate: 'EC',
    freight: 'FR',
    discount: 'CD',
    damage: 'DM',
  },
  C08: { ...LETTERED, carton: 'SH', damage: '28', billedTwice: '30' },
}

/** The customer's own code for a kind of claim; null when it has none. */
export function codeOf(customer: Customer, kind: ClaimKind): string | null {
  if (kind === 'unclear') return 'ZZ'
  return (CODES[customer.id] ?? LETTERED)[kind] ?? null
}

/** The customer's words for a kind of claim, in its language. */
export function wordsOf(customer: Customer, kind: ClaimKind): string {
  if (customer.id === 'C01' && kind === 'carton') return 'Billed not shipped'
  const [, , english, german, chinese] = existing(WORDS[kind])
  return customer.habit === 'edifact' ? german : customer.habit === 'chinese' ? chinese : english
}

export function x12CodeOf(kind: ClaimKind): string {
  return WORDS[kind][0]
}

export function edifactCodeOf(kind: ClaimKind): string {
  return WORDS[kind][1]
}
