import { checkLineCount } from '../collect-references'
import type { SetDraft } from '../draft-set'
import { findSegment, findSegments } from '../read-element'
import { settleInvoice } from '../settle-charges'
import { billedNumber, shipmentNumber } from '../shipped-invoice'
import { checkLevels } from './inspect-856'

/**
 * 857 shipment and billing notice: a ship notice with the invoice inside its levels. TDS01 is N2; a negative one is a
 * credit. Source: X12 004010 set 857: BHT, HL, TD1, REF, PRF, IT1, SAC, TDS.
 */
export function inspect857(draft: SetDraft): void {
  const { set, document } = draft
  const tds = findSegment(set, 'TDS')
  document.number = billedNumber(draft)
  document.date = draft.date(findSegment(set, 'BHT'), 4) ?? draft.date(findSegment(set, 'DTM', '003'), 2)
  document.currency = draft.text(findSegment(set, 'CUR'), 2)
  document.lines = findSegments(set, 'IT1').length || findSegments(set, 'SN1').length
  draft.refer('invoice', document.number)
  draft.refer('delivery', shipmentNumber(draft))
  checkLineCount(draft, 'HL', 'IT1', 'LIN')
  checkLevels(draft)
  const taxes = findSegments(set, 'TXI').map((txi) => draft.decimal(txi, 2) ?? '0')
  settleInvoice(draft, 'IT1', 'SAC', { amount: draft.cents(tds, 1), at: tds, field: 'TDS01' }, taxes)
  document.amounts.discount = draft.cents(tds, 4) ?? draft.cents(findSegment(set, 'ITD'), 8)
}
