import { toWholeText } from '@/formats/exact-text'
import { bareNumber, fieldIn, idocDate, idocParts, partnerIn } from '@/formats/sap/idoc-parts'
import { IdocDraft, type IdocReader } from '@/formats/sap/idoc-reading'

/**
 * Deliveries of ours (DESADV, DELVRY, SHPCON, WHSCON …) as rows of kind 'delivery-line', one per item. Source: SAP DELVRY03 to 07:
 * E1EDL20, E1ADRM1, E1EDT13 006 goods issue, E1EDL24, E1EDL41 the customer's order, E1EDL43 C our sales order.
 */
export const readIdocDelivery: IdocReader = (idoc) => {
  const draft = new IdocDraft(idoc)
  const deliveries = splitDeliveries(idoc.segments)
  if (deliveries.length === 0) return draft.reject('E1EDL20', 'delivery-number-missing', 'the delivery has no number')
  for (const segments of deliveries) addDelivery(draft, segments)
  return draft.finish()
}

/** A shipment may carry several deliveries; partners and dates stand under each. */
function splitDeliveries(segments: Parameters<typeof fieldIn>[0]): (typeof segments)[] {
  const starts = segments.flatMap(({ name, fields }, index) => (name === 'E1EDL20' && fields.has('VBELN') ? [index] : []))
  return starts.map((start, index) => segments.slice(start, starts[index + 1] ?? segments.length))
}

function addDelivery(draft: IdocDraft, segments: Parameters<typeof fieldIn>[0]): void {
  const { header, items } = idocParts({ segments: [...segments] }, 'E1EDL24')
  const number = fieldIn(header, 'E1EDL20', 'VBELN')
  const issued = idocDate(fieldIn(header, 'E1EDT13', 'ISDD', '006'))
  const cartons = toWholeText(fieldIn(header, 'E1EDL20', 'ANZPK') ?? '')
  for (const item of items) {
    const [head] = item
    const line = bareNumber(head?.fields.get('POSNR') ?? null)
    const material = head?.fields.get('MATNR') ?? null
    const quantity = draft.whole(head, head?.fields.has('LFIMG') ? 'LFIMG' : 'LGMNG')
    if (line === null || material === null || quantity === null) {
      const missing = line === null ? 'number' : material === null ? 'material' : 'quantity'
      draft.rejectItem(item, 'E1EDL24', 'idoc/line-incomplete', `an item of delivery ${number} has no ${missing}`)
      continue
    }
    draft.add('delivery-line', head?.position ?? '', {
      number,
      line,
      salesOrder: fieldIn(item, 'E1EDL43', 'BELNR', 'C') ?? fieldIn(item, 'E1EDL21', 'VGBEL'),
      poNumber: fieldIn(item, 'E1EDL41', 'BSTNR', '001') ?? fieldIn(item, 'E1EDL41', 'BSTNR'),
      account: partnerIn(header, 'AG'),
      shipTo: partnerIn(header, 'WE'),
      material,
      quantity,
      unit: head?.fields.get('VRKME') ?? head?.fields.get('MEINS') ?? null,
      plannedIssueOn: idocDate(fieldIn(header, 'E1EDT13', 'NTANF', '006')),
      issuedOn: issued,
      issueStatus: issued === null ? null : 'C',
      bol: fieldIn(header, 'E1EDL20', 'BOLNR'),
      carrier: partnerIn(header, 'SP', 'CR', 'TF'),
      pro: fieldIn(header, 'E1EDL20', 'TRAID'),
      cartons: cartons === null || !/[1-9]/.test(cartons) ? null : Number(cartons),
      plant: head?.fields.get('WERKS') ?? null,
    })
  }
}
