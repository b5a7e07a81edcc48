import { element, findSegment } from '@/formats/x12/read-element'
import type { SetReader } from '@/formats/x12/set-reading'
import { carrierOf, impliedMinorText, percentPpm, startReading, wholeNumber } from '@/formats/x12/set-values'
import { sentLines } from './sent-lines'

/**
 * 810 invoice as we sent it, as a row of kind 'sent-invoice'. An allowance under an IT1 is that line's, positive when it
 * lowers the invoice. TDS01 and SAC05 are N2. Source: X12 004010 set 810: BIG, ITD, IT1, SAC, TDS, CAD.
 */
export const read810: SetReader = (set, envelope) => {
  const { draft, row, finish, reject } = startReading(set, envelope)
  const big = findSegment(set, 'BIG')
  const number = draft.text(big, 2)
  if (number === null) return reject('BIG02', 'invoice-number-missing', 'the invoice has no number')
  const currency = draft.text(findSegment(set, 'CUR'), 2)
  const totalMinor = impliedMinorText(draft, findSegment(set, 'TDS'), 1, currency)
  if (totalMinor === null) return reject('TDS01', 'total-missing', 'the invoice has no total')
  const terms = findSegment(set, 'ITD')
  const cad = findSegment(set, 'CAD')
  return finish([
    row('sent-invoice', {
      number,
      invoicedOn: draft.date(big, 1),
      currency,
      poNumber: draft.text(big, 4),
      netDays: wholeNumber(draft, terms, 7),
      discountPpm: percentPpm(draft, terms, 3),
      discountDays: wholeNumber(draft, terms, 5),
      totalMinor,
      groupControl: envelope.groupControl,
      setControl: set.control,
      carrier: draft.text(cad, 4) ?? carrierOf(set),
      bol: draft.text(findSegment(set, 'REF', 'BM'), 2) ?? (element(cad, 7) === 'BM' ? draft.text(cad, 8) : null),
      lines: sentLines(draft, 'IT1', 'SAC', currency),
    }),
  ])
}
