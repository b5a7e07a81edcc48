import { shipmentFacts } from '@/features/shipments/imports/shipped-goods'
import { element, findSegment, readTime } from '@/formats/x12/read-element'
import type { SetReader } from '@/formats/x12/set-reading'
import { impliedMinorText, percentPpm, startReading, wholeNumber } from '@/formats/x12/set-values'
import { billedNumber, shipmentNumber } from '@/formats/x12/shipped-invoice'
import { sentLines } from './sent-lines'

/**
 * 857 shipment and billing notice: a row of kind 'ship-notice' and one of kind 'sent-invoice'. TDS01 is N2; a negative
 * one is a credit. Source: X12 004010 set 857: BHT, HL, TD1, TD5, REF, DTM, PRF, IT1, SAC, TDS.
 */
export const read857: SetReader = (set, envelope) => {
  const { draft, row, finish, reject } = startReading(set, envelope)
  const number = billedNumber(draft)
  const shipment = shipmentNumber(draft)
  if (number === null || shipment === null) return reject('BHT03', 'invoice-number-missing', 'the notice has no number')
  const currency = draft.text(findSegment(set, 'CUR'), 2)
  const totalMinor = impliedMinorText(draft, findSegment(set, 'TDS'), 1, currency)
  if (totalMinor === null) return reject('TDS01', 'total-missing', 'the notice has no total')
  const bht = findSegment(set, 'BHT')
  const day = draft.date(bht, 4)
  const goods = shipmentFacts(draft)
  const terms = findSegment(set, 'ITD')
  const control = { groupControl: envelope.groupControl, setControl: set.control }
  const sentAt = day === null ? null : `${day} ${readTime(element(bht, 5)) ?? '00:00'}`
  return finish([
    row('ship-notice', { number: shipment, sentAt, ...goods, ...control }),
    row('sent-invoice', {
      number,
      invoicedOn: draft.date(findSegment(set, 'DTM', '003'), 2) ?? day,
      currency,
      poNumber: goods.lines[0]?.poNumber ?? draft.text(findSegment(set, 'REF', 'PO'), 2),
      netDays: wholeNumber(draft, terms, 7),
      discountPpm: percentPpm(draft, terms, 3),
      discountDays: wholeNumber(draft, terms, 5),
      totalMinor,
      ...control,
      carrier: goods.carrier,
      bol: goods.bol,
      lines: sentLines(draft, 'IT1', 'SAC', currency),
    }),
  ])
}
