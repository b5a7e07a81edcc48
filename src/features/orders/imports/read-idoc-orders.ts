import { parseScaled } from '@/core/money'
import { bareNumber, decimalIn, fieldIn, idocDate, idocParts, ordersIn, partnerIn } from '@/formats/sap/idoc-parts'
import { IdocDraft, type IdocReader } from '@/formats/sap/idoc-reading'
import { idocSums } from '@/formats/sap/idoc-sums'
import type { IdocSegment } from '@/formats/sap/read-idoc'
import type { PurchaseOrderLineValues, PurchaseOrderValues } from './purchase-order-values'

// Incoterms under which the buyer pays the carrier.
const BUYER_PAYS: ReadonlySet<string> = new Set(['EXW', 'FCA', 'FAS', 'FOB'])

/**
 * ORDERS as a row of kind 'purchase-order', whichever side's system wrote it: a customer's order is his on his way out and ours
 * on its way in. Source: SAP ORDERS05: E1EDK01, E1EDK02 001, E1EDKA1, E1EDP01, E1EDP19, E1EDP20, E1EDS01 002.
 */
export const readIdocOrders: IdocReader = (idoc) => {
  const draft = new IdocDraft(idoc)
  const { header, items } = idocParts(idoc, 'E1EDP01')
  const number = ordersIn(header, 'E1EDK02').customerPo ?? fieldIn(header, 'E1EDK01', 'BELNR')
  if (number === null) return draft.reject('E1EDK02', 'order-number-missing', 'the order has no number')
  const currency = fieldIn(header, 'E1EDK01', 'CURCY')
  const dates = (...kinds: string[]) => idocDate(fieldIn(header, 'E1EDK03', 'DATUM', ...kinds))
  const firstWanted = items.map((item) => idocDate(fieldIn(item, 'E1EDP20', 'EDATU'))).find((date) => date !== null) ?? null
  const { net, computed } = idocSums(idoc)
  const sums = idoc.segments.find(({ name, fields }) => name === 'E1EDS01' && ['002', '010'].includes(fields.get('SUMID') ?? ''))
  const values: PurchaseOrderValues = {
    number,
    orderedOn:
      idocDate(fieldIn(header, 'E1EDK02', 'DATUM', '001')) ?? dates('012', '022', '025') ?? idocDate(idoc.control.get('CREDAT') ?? null),
    currency,
    shipFrom: dates('010', '003'),
    shipBy: dates('002', '001') ?? firstWanted,
    freightTerms: freightTerms(fieldIn(header, 'E1EDK17', 'LKOND', '001')),
    ...paymentTerms(header),
    carrier: null,
    shipToNumber: fieldIn(header, 'E1EDKA1', 'LIFNR', 'WE') ?? partnerIn(header, 'WE'),
    statedTotalMinor: draft.minor(sums, 'SUMME', currency),
    source: 'idoc',
    lines: items.map((item, index) => lineOf(draft, item, index)),
  }
  draft.add('purchase-order', idoc.position, { ...values, account: partnerIn(header, 'AG') })
  return draft.finish(net === null || computed === null ? undefined : { own: net, computed, currency })
}

function lineOf(draft: IdocDraft, item: readonly IdocSegment[], index: number): PurchaseOrderLineValues {
  const [head] = item
  return {
    line: bareNumber(head?.fields.get('POSEX') ?? null) ?? String(index + 1),
    customerItem: bareNumber(fieldIn(item, 'E1EDP19', 'IDTNR', '001')),
    upc: fieldIn(item, 'E1EDP19', 'IDTNR', '003'),
    vendorPart: bareNumber(fieldIn(item, 'E1EDP19', 'IDTNR', '002')),
    quantity: draft.whole(head, 'MENGE') ?? '0',
    unit: head?.fields.get('MENEE') ?? 'EA',
    priceMicros: draft.price(head, 'VPREI', head?.fields.get('PEINH') ?? null),
    pack: null,
    position: head?.position ?? '',
  }
}

function freightTerms(incoterm: string | null): string | null {
  if (incoterm === null) return null
  return BUYER_PAYS.has(incoterm) ? 'collect' : 'prepaid'
}

/** E1EDK18: 001 and 002 days and percent of cash discounts, 003 the net days. */
function paymentTerms(header: readonly IdocSegment[]): Pick<PurchaseOrderValues, 'netDays' | 'discountPpm' | 'discountDays'> {
  const days = (kind: string) => wholeNumber(fieldIn(header, 'E1EDK18', 'TAGE', kind))
  const percent = decimalIn(fieldIn(header, 'E1EDK18', 'PRZNT', '001'))
  const ppm = percent === null ? null : parseScaled(percent, 4)
  const isDiscount = ppm !== null && ppm > 0n && ppm <= 1_000_000n
  return { netDays: days('003'), discountPpm: isDiscount ? Number(ppm) : null, discountDays: isDiscount ? days('001') : null }
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,4}$/.test(text) ? Number(text) : null
}
