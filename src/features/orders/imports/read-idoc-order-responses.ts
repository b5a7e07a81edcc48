import { bareNumber, fieldIn, idocDate, idocParts, ordersIn, partnerIn } from '@/formats/sap/idoc-parts'
import { IdocDraft, type IdocReader } from '@/formats/sap/idoc-reading'

/**
 * ORDRSP as SAP sends it about our sales order: rows of kind 'sales-order-line', one per item. Source: SAP ORDERS05: E1EDK01
 * BELNR our order, E1EDK02 001 the customer's, E1EDP01, E1EDP19 002 our material.
 */
export const readIdocOrderResponse: IdocReader = (idoc) => {
  const draft = new IdocDraft(idoc)
  const { header, items } = idocParts(idoc, 'E1EDP01')
  const orders = ordersIn(header, 'E1EDK02')
  const number = fieldIn(header, 'E1EDK01', 'BELNR') ?? orders.salesOrder
  const currency = fieldIn(header, 'E1EDK01', 'CURCY')
  if (number === null) return draft.reject('E1EDK01', 'order-number-missing', 'the order has no number')
  for (const item of items) {
    const [head] = item
    const line = bareNumber(head?.fields.get('POSEX') ?? null)
    const material = fieldIn(item, 'E1EDP19', 'IDTNR', '002')
    if (line === null || material === null) {
      draft.rejectItem(
        item,
        'E1EDP19',
        'idoc/line-incomplete',
        `an item of order ${number} names no ${line === null ? 'number' : 'material'}`,
      )
      continue
    }
    draft.add('sales-order-line', head?.position ?? idoc.position, {
      number,
      line,
      orderedOn: idocDate(fieldIn(header, 'E1EDK03', 'DATUM', '012', '025', '022')),
      poNumber: orders.customerPo,
      account: partnerIn(header, 'AG'),
      shipTo: partnerIn(item, 'WE') ?? partnerIn(header, 'WE'),
      material,
      quantity: draft.whole(head, 'MENGE') ?? '0',
      unit: head?.fields.get('MENEE') ?? null,
      priceMicros: draft.price(head, 'VPREI', head?.fields.get('PEINH') ?? null),
      netMinor: draft.minor(head, 'NETWR', currency),
      currency,
      requestedOn: idocDate(fieldIn(item, 'E1EDP20', 'EDATU') ?? fieldIn(header, 'E1EDK03', 'DATUM', '002')),
      terms: fieldIn(header, 'E1EDK01', 'ZTERM'),
      status: null,
    })
  }
  return draft.finish()
}
