import type { SetDraft } from '@/formats/x12/draft-set'
import { element, findSegment } from '@/formats/x12/read-element'
import type { SetReader } from '@/formats/x12/set-reading'
import { impliedMinorText, percentPpm, startReading, wholeNumber } from '@/formats/x12/set-values'
import { type SentLine, sentLines } from './sent-lines'

/** 880 grocery invoice as we sent it, as a row of kind 'sent-invoice'. G3301 is N2. Source: X12 004010 set 880: G01, G23, G17, G72, G33. */
export const read880: SetReader = (set, envelope) => {
  const { draft, row, finish, reject } = startReading(set, envelope)
  const g01 = findSegment(set, 'G01')
  const number = draft.text(g01, 2)
  if (number === null) return reject('G0102', 'invoice-number-missing', 'the invoice has no number')
  const currency = draft.text(findSegment(set, 'CUR'), 2)
  const totalMinor = impliedMinorText(draft, findSegment(set, 'G33'), 1, currency)
  if (totalMinor === null) return reject('G3301', 'total-missing', 'the invoice has no total')
  const terms = findSegment(set, 'G23')
  return finish([
    row('sent-invoice', {
      number,
      invoicedOn: draft.date(g01, 1),
      currency,
      poNumber: draft.text(g01, 4),
      netDays: wholeNumber(draft, terms, 9),
      discountPpm: percentPpm(draft, terms, 5),
      discountDays: wholeNumber(draft, terms, 7),
      totalMinor,
      groupControl: envelope.groupControl,
      setControl: set.control,
      carrier: null,
      bol: draft.text(findSegment(set, 'N9', 'BM'), 2),
      lines: sentLines(draft, 'G17', 'G72', currency),
    }),
  ])
}

/**
 * 894 direct-store delivery: a row of kind 'sent-invoice', and for a delivery one of kind 'ship-notice', as the driver
 * hands both over at the door. A return (G8201 C) gives money back: its amounts are negative. G8402 is N2.
 * Source: X12 004010 set 894: G82, G83, G72, G84.
 */
export const read894: SetReader = (set, envelope) => {
  const { draft, row, finish, reject } = startReading(set, envelope)
  const g82 = findSegment(set, 'G82')
  const number = draft.text(g82, 2)
  if (number === null) return reject('G8202', 'invoice-number-missing', 'the delivery has no number')
  const totalMinor = impliedMinorText(draft, findSegment(set, 'G84'), 2, null)
  if (totalMinor === null) return reject('G8402', 'total-missing', 'the delivery has no total')
  const isReturn = element(g82, 1) === 'C'
  const deliveredOn = draft.date(g82, 7)
  const lines = sentLines(draft, 'G83', 'G72', null)
  const invoice = row('sent-invoice', {
    number,
    invoicedOn: deliveredOn,
    currency: null,
    poNumber: null,
    netDays: null,
    discountPpm: null,
    discountDays: null,
    totalMinor: isReturn ? negative(totalMinor) : totalMinor,
    groupControl: envelope.groupControl,
    setControl: set.control,
    carrier: null,
    bol: null,
    lines: isReturn ? lines.map((line) => ({ ...line, quantity: negative(line.quantity) })) : lines,
  })
  return finish(isReturn ? [invoice] : [row('ship-notice', deliveryNotice(draft, number, deliveredOn, lines)), invoice])
}

/** What the driver brought, without cartons: goods are counted in units at the door. */
function deliveryNotice(draft: SetDraft, number: string, deliveredOn: string | null, lines: readonly SentLine[]) {
  return {
    number,
    sentAt: deliveredOn === null ? null : `${deliveredOn} 00:00`,
    shippedOn: deliveredOn,
    expectedOn: deliveredOn,
    carrier: null,
    bol: null,
    pro: null,
    cartons: null,
    location: draft.text(findSegment(draft.set, 'G82'), 4),
    lines: lines.map(({ line, upc, vendorPart, customerItem, quantity, unit, position }) => ({
      poNumber: null,
      line,
      upc,
      vendorPart,
      customerItem,
      quantity,
      unit,
      cartons: 0,
      position,
    })),
  }
}

function negative(text: string): string {
  return text === '0' || text.startsWith('-') ? text : `-${text}`
}
