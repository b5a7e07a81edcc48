import type { MessageDraft } from '@/formats/edifact/draft-message'
import { component, type EdifactSegment } from '@/formats/edifact/edifact-segment'
import { amountIn, messageParts } from '@/formats/edifact/message-lines'
import {
  articleOf,
  currencyOf,
  lineNumberOf,
  type MessageReader,
  minorIn,
  priceIn,
  quantityIn,
  referenceIn,
  startMessage,
} from '@/formats/edifact/message-reading'
import { paymentTerms } from '@/formats/edifact/payment-terms'

/** INVOIC as we sent it, as a row of kind 'sent-invoice'. Source: D.96A INVOIC: BGM, DTM, RFF, PAT, LIN, QTY 47, PRI, ALC, MOA 77. */
export const readEdifactInvoic: MessageReader = (message, addresses) => {
  const { draft, row, finish, reject } = startMessage(message, addresses)
  const number = component(draft.find('BGM'), 2)
  if (number === '') return reject('BGM', 'invoice-number-missing', 'the invoice has no number')
  const currency = currencyOf(draft)
  const { header, lines, summary } = messageParts(draft, 'LIN')
  const totalMinor = minorIn(draft, amountIn(draft, summary, '77', '9', '39', '86', '79'), summary[0], currency)
  if (totalMinor === null) return reject('MOA', 'total-missing', 'the invoice has no total')
  return finish([
    row('sent-invoice', {
      number,
      invoicedOn: draft.date('137', '3'),
      currency,
      poNumber: referenceIn(header, 'ON'),
      ...paymentTerms(draft, header),
      totalMinor,
      carrier: component(draft.find('TDT', '20'), 5) || null,
      bol: referenceIn(header, 'BM'),
      lines: lines.map((line, index) => {
        const { quantity, unit } = quantityIn(draft, line, '47', '46')
        return {
          line: lineNumberOf(line, index),
          ...articleOf(line),
          quantity: quantity ?? '0',
          unit,
          priceMicros: priceIn(draft, line, 'AAB', 'AAA'),
          ...allowanceOf(draft, line, currency),
          position: line[0]?.position ?? '',
        }
      }),
    }),
  ])
}

/** Allowances (ALC A) of a line: what they take off together, positive, and the agreement that the first names. */
function allowanceOf(draft: MessageDraft, line: readonly EdifactSegment[], currency: string | null) {
  let sum = 0n
  let agreementNumber: string | null = null
  let isAllowance = false
  for (const segment of line) {
    if (segment.tag === 'ALC') {
      isAllowance = component(segment, 1) === 'A'
      if (isAllowance) agreementNumber ??= component(segment, 2) || null
    } else if (isAllowance && segment.tag === 'MOA' && ['204', '23', '8'].includes(component(segment, 1))) {
      sum += BigInt(minorIn(draft, draft.decimal(segment, 1, 2), segment, currency) ?? '0')
    }
  }
  return { allowanceMinor: sum.toString(), agreementNumber }
}
