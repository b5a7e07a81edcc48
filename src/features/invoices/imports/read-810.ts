import type { SetDraft } from '@/formats/x12/draft-set'
import { element, findSegment } from '@/formats/x12/read-element'
import type { SetReader } from '@/formats/x12/set-reading'
import {
  carrierOf,
  impliedMinorText,
  itemNumbers,
  LineNumbers,
  percentPpm,
  priceMicrosText,
  quantityText,
  startReading,
  wholeNumber,
} from '@/formats/x12/set-values'
import type { X12Set } from '@/formats/x12/x12-segment'

type SentLine = {
  line: string
  upc: string | null
  vendorPart: string | null
  customerItem: string | null
  quantity: string
  unit: string | null
  priceMicros: string | null
  allowanceMinor: string
  agreementNumber: string | null
  position: string
}

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
      carrier: draft.text(cad, 4) ?? carrierOf(set),
      bol: draft.text(findSegment(set, 'REF', 'BM'), 2) ?? (element(cad, 7) === 'BM' ? draft.text(cad, 8) : null),
      lines: sentLines(draft, set, currency),
    }),
  ])
}

function sentLines(draft: SetDraft, set: X12Set, currency: string | null): SentLine[] {
  const lines: SentLine[] = []
  const numbers = new LineNumbers()
  for (const segment of set.segments) {
    const last = lines.at(-1)
    if (segment.id === 'TDS') break
    if (segment.id === 'IT1') {
      lines.push({
        line: numbers.next(element(segment, 1)),
        ...itemNumbers(segment),
        quantity: quantityText(draft, segment, 2) ?? '0',
        unit: element(segment, 3) || null,
        priceMicros: priceMicrosText(draft, segment, 4),
        allowanceMinor: '0',
        agreementNumber: null,
        position: segment.position,
      })
    } else if (segment.id === 'SAC' && last && element(segment, 1) === 'A') {
      const amount = impliedMinorText(draft, segment, 5, currency) ?? '0'
      last.allowanceMinor = String(BigInt(last.allowanceMinor) + BigInt(amount))
      last.agreementNumber ??= draft.text(segment, 13)
    }
  }
  return lines
}
