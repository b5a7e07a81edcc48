import { type Place, searchableLines } from './find-labelled-fields'

export const REFERENCE_KINDS = ['po', 'invoice', 'delivery', 'bol', 'pro', 'claim', 'rga', 'agreement', 'item', 'sscc'] as const
export type ReferenceKind = (typeof REFERENCE_KINDS)[number]

/** A document number found in a text, as printed, with the line it stands in. */
export type FoundReference = Place & { kind: ReferenceKind; value: string }

const NUMBER = String.raw`\s*(?:(?:(?:no|nos|num|nbr|nr|number|nummer|id)\b\.?)|#|号码|编号|号)?\.?\s*(?:is\b)?\s*[:：#=]?\s*`
// Something must stand between label and value: 'RGA240018' is one number.
const VALUE = String.raw`(?<=[\s:：#=.号码编])([A-Z0-9](?:[A-Z0-9]|[-/.](?=[A-Z0-9])){2,29})`

type Search = { kind: ReferenceKind; pattern: RegExp; accepts: (value: string) => boolean }

function labelled(kind: ReferenceKind, label: string, accepts: Search['accepts']): Search {
  return { kind, pattern: new RegExp(String.raw`(?<![A-Za-zÄÖÜäöüß0-9])(?:${label})${NUMBER}${VALUE}`, 'giu'), accepts }
}

const digits = (value: string) => value.match(/\d/g)?.length ?? 0
const isDate = (value: string) => /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/.test(value)
const isNumber = (least: number) => (value: string) => digits(value) >= least && !isDate(value)
// Some customers' order numbers are eight capitals without a digit.
const isOrder = (value: string) => (digits(value) >= 3 || /^[A-Z0-9]{8}$/.test(value)) && !isDate(value)

const SEARCHES: readonly Search[] = [
  labelled(
    'po',
    String.raw`p\.?\s?o\.?(?!\s*box)|purchase\s+orders?|customer\s+(?:order|reference)|cust(?:omer)?\.?\s+po|order(?=\s*(?:no|num|nbr|number|#|:))|bestell(?:ung|nummer|[- ]?nr)|采购订单|订单`,
    isOrder,
  ),
  labelled(
    'invoice',
    String.raw`(?:vendor\s+)?invoice|inv\.?|bill(?:ing)?\s+document|rechnung(?:snummer|s-?nr)?|faktura|发票`,
    isNumber(4),
  ),
  labelled(
    'delivery',
    String.raw`delivery(?:\s+(?:note|doc(?:ument)?))?|d/?n(?=\s*[#:])|packing\s+slip|lieferschein(?:nummer|-?nr)?|lieferung|交货单|送货单`,
    isNumber(6),
  ),
  labelled('bol', String.raw`bills?\s+of\s+lading|b\.?o\.?l\.?|b/l|frachtbrief|ladeschein|提单`, isNumber(5)),
  labelled('pro', String.raw`pro|freight\s+bill|tracking|way\s?bill|sendungs(?:nummer|-?nr)|运单|跟踪`, isNumber(5)),
  labelled('claim', String.raw`claim|charge\s?back|debit\s+memo|deduction|dm(?=\s*#)|belastung(?:snummer|s-?nr)?|扣款单?`, isNumber(4)),
  labelled(
    'rga',
    String.raw`r\.?g\.?a\.?|r\.?m\.?a\.?|rtv|return\s+(?:goods\s+|merchandise\s+|material\s+)?authori[sz]ation|r/a|退货授权`,
    isNumber(4),
  ),
  labelled(
    'agreement',
    String.raw`(?:promotion(?:al)?\s+)?(?:agreement|deal)|promotion|(?:aktions|werbe)?vereinbarung|(?:促销|推广)?协议`,
    isNumber(4),
  ),
  labelled('item', String.raw`upc|ean|gtin|article|artikel|material|sku|asin|item(?=\s*(?:no|num|number|#|:))|商品编码|物料`, isNumber(3)),
  { kind: 'rga', pattern: /\b(R(?:GA|MA)-?\d{4,12})\b/g, accepts: () => true },
  { kind: 'bol', pattern: /(?<![\d-])(\d{17})(?![\d-])/g, accepts: hasCheckDigit },
  { kind: 'sscc', pattern: /(?<!\d)\(?00\)?\s?(\d{18})(?!\d)/g, accepts: hasCheckDigit },
]

/** Finds document numbers in the lines of a paper, a mail or a text, whatever label they carry. Each value once per kind, at its first place. */
export function findReferences(pages: readonly (readonly string[])[]): FoundReference[] {
  const found = new Map<string, FoundReference>()
  for (const place of searchableLines(pages)) {
    if (place.text.length > 2000) continue
    for (const search of SEARCHES) {
      for (const match of place.text.matchAll(search.pattern)) {
        const value = match[1] ?? ''
        const key = `${search.kind} ${value}`
        if (value === '' || found.has(key) || !search.accepts(value) || isWord(value)) continue
        found.set(key, { ...place, kind: search.kind, value })
      }
    }
  }
  return [...found.values()]
}

/** GS1 check digit of bill of lading numbers and SSCCs: weights 3 and 1 from the right. */
export function hasCheckDigit(value: string): boolean {
  let sum = 0
  for (let place = 0; place < value.length - 1; place++) {
    const digit = value.charCodeAt(value.length - 2 - place) - 48
    sum += digit * (place % 2 === 0 ? 3 : 1)
  }
  return (10 - (sum % 10)) % 10 === value.charCodeAt(value.length - 1) - 48
}

// 'PO delivered', 'order received': the pattern ignores case, a reference without digits must be in capitals.
function isWord(value: string): boolean {
  return (
    !/\d/.test(value) &&
    (value !== value.toUpperCase() ||
      /^(?:NUMBER|RECEIVED|CUSTOMER|DELIVERY|SHIPMENT|PURCHASE|SUPPLIER|DOCUMENT|QUANTITY|CARRIERS?)$/.test(value))
  )
}
