import { divideDecimals, isZeroDecimal, subtractDecimals, sumDecimals } from '@/formats/decimal-text'
import { toMinorText, toPriceText } from '@/formats/exact-text'
import { bareNumber, fieldIn, idocDate, idocParts, ordersIn, partnerIn } from '@/formats/sap/idoc-parts'
import { IdocDraft, type IdocReader } from '@/formats/sap/idoc-reading'
import { idocSums, itemNet, signedCondition } from '@/formats/sap/idoc-sums'
import type { IdocSegment } from '@/formats/sap/read-idoc'

const CREDIT_MEMOS: ReadonlySet<string> = new Set(['CRME', 'CRED', 'G2'])

/**
 * INVOIC that our SAP sent (DIRECT 1), as rows of kind 'invoice', one per item. An invoice on its way into SAP is somebody
 * else's bill to us and no invoice of ours. Source: SAP INVOIC02: E1EDK01, E1EDK02 009/001/002/012, E1EDP01, E1EDP05, E1EDP26.
 */
export const readIdocInvoice: IdocReader = (idoc) => {
  const draft = new IdocDraft(idoc)
  const { header, items } = idocParts(idoc, 'E1EDP01')
  const number = fieldIn(header, 'E1EDK01', 'BELNR') ?? fieldIn(header, 'E1EDK02', 'BELNR', '009')
  if (number === null) return draft.reject('E1EDK01', 'invoice-number-missing', 'the invoice has no number')
  if (idoc.control.get('DIRECT') === '2')
    return draft.reject('DIRECT', 'idoc/not-our-invoice', `invoice ${number} came into SAP: it is a bill to us, none of ours`)
  const currency = fieldIn(header, 'E1EDK01', 'CURCY')
  // A credit memo states its values without a sign.
  const isCredit = CREDIT_MEMOS.has(fieldIn(header, 'E1EDK01', 'BSART') ?? '')
  for (const item of items) addItem(draft, { number, currency, isCredit }, header, item)
  const { net, computed } = idocSums(idoc)
  if (net !== null && computed !== null && !isZeroDecimal(subtractDecimals(net, computed)))
    draft.problem(header[0], 'E1EDS01', 'total-differs', `invoice ${number} states ${net} net, its items add up to ${computed}`)
  return draft.finish(net === null || computed === null ? undefined : { own: net, computed, currency })
}

type Invoice = { number: string; currency: string | null; isCredit: boolean }

function addItem(
  draft: IdocDraft,
  { number, currency, isCredit }: Invoice,
  header: readonly IdocSegment[],
  item: readonly IdocSegment[],
): void {
  const [head] = item
  const net = itemNet(item)
  const line = bareNumber(head?.fields.get('POSEX') ?? null)
  const material = fieldIn(item, 'E1EDP19', 'IDTNR', '002')
  const netMinor = toMinorText(net, currency)
  if (line === null || material === null || net === null || netMinor === null) {
    const missing = line === null ? 'number' : material === null ? 'material of ours' : 'net value'
    return draft.rejectItem(item, 'E1EDP01', 'idoc/line-incomplete', `an item of invoice ${number} has no ${missing}`)
  }
  const orders = ordersIn(item, 'E1EDP02')
  const headOrders = ordersIn(header, 'E1EDK02')
  const allowance = sumDecimals(item.filter(isAllowance).map(signedCondition))
  const quantity = draft.whole(head, 'MENGE')
  draft.add('invoice', head?.position ?? '', {
    number,
    line,
    invoicedOn: idocDate(fieldIn(header, 'E1EDK03', 'DATUM', '026', '015', '012') ?? fieldIn(header, 'E1EDK02', 'DATUM', '009')),
    account: partnerIn(header, 'AG', 'RG', 'RE'),
    salesOrder: orders.salesOrder ?? headOrders.salesOrder,
    delivery: fieldIn(item, 'E1EDP02', 'BELNR', '012', '016') ?? fieldIn(header, 'E1EDK02', 'BELNR', '012', '016'),
    material,
    quantity: quantity ?? '0',
    unit: head?.fields.get('MENEE') ?? null,
    priceMicros: grossPrice(draft, item, quantity, subtractDecimals(net, allowance)),
    allowanceMinor: signed(toMinorText(allowance, currency) ?? '0', isCredit),
    netMinor: signed(netMinor, isCredit),
    currency,
    poNumber: orders.customerPo ?? headOrders.customerPo,
  })
}

function signed(minor: string, isCredit: boolean): string {
  return isCredit ? (-BigInt(minor)).toString() : minor
}

/** What the item takes off its price; statistical and tax conditions are never marked with a minus. */
function isAllowance({ name, fields }: IdocSegment): boolean {
  return name === 'E1EDP05' && fields.get('ALCKZ') === '-'
}

/** The price of one piece before allowances: the price condition per its unit, the item's price, else value over quantity where that is exact. */
function grossPrice(draft: IdocDraft, item: readonly IdocSegment[], quantity: string | null, gross: string): string | null {
  const condition = item.find(({ name, fields }) => name === 'E1EDP05' && fields.get('ALCKZ') !== '-' && fields.has('KRATE'))
  if (condition) return draft.price(condition, 'KRATE', condition.fields.get('UPRBS') ?? null)
  const [head] = item
  if (head?.fields.has('VPREI')) return draft.price(head, 'VPREI', head.fields.get('PEINH') ?? null)
  const each = quantity === null ? null : divideDecimals(gross, quantity)
  return each === null ? null : toPriceText(each)
}
