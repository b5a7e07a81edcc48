import { linesOf } from './advice-lines'
import { decimal } from './amounts'
import type { StoryCalendar } from './calendar'
import { csvRow } from './text'
import type { Payment } from './world'

export function adviceLines(payment: Payment, calendar: StoryCalendar): string[] {
  const row = (document: string, po: string, remark: string, amount: string) =>
    `${document.padEnd(16)}${po.padEnd(14)}${remark.padEnd(34)}${amount.padStart(14)}`
  const body = linesOf(payment).flatMap((line): string[] => {
    if (!line.claim)
      return [
        row(line.number, line.sale?.po ?? '', 'invoice', decimal(line.gross)),
        ...(line.discount > 0n ? [row(line.number, line.sale?.po ?? '', 'less cash discount', `${decimal(line.discount)}-`)] : []),
      ]
    const { claim } = line
    const details = [
      claim.reference && `ref ${claim.reference}`,
      claim.item && `item ${claim.item.vendorPart}`,
      claim.quantity && `qty ${claim.quantity}`,
      claim.unit && `@ ${decimal(claim.unit)}`,
    ].filter(Boolean)
    const first = row(claim.number, line.sale?.po ?? '', `${claim.code} ${claim.words}`.slice(0, 33), `${decimal(claim.amount)}-`)
    return details.length > 0 && claim.kind !== 'unclear' ? [first, `    ${details.join('  ')}`] : [first]
  })
  const ruler = '-'.repeat(78)
  return [
    'HALYARD DISTRIBUTION    PAYMENT ADVICE',
    `Payment no: ${payment.number}     Date: ${calendar.american(payment.day)}`,
    '',
    row('Document', 'Our PO', 'Remark', 'Amount'),
    ruler,
    ...body,
    ruler,
    row('Total', '', '', decimal(payment.statedTotal)),
  ]
}

export const DEALER_HEADER = 'Dealer Account,Check No,Check Date,Document,Order No,Item,Qty,Amount,Remark'

export function dealerRows(payment: Payment, calendar: StoryCalendar): string[] {
  const date = calendar.american(payment.day)
  return linesOf(payment).flatMap((line) => {
    const { claim } = line
    const base = [payment.payer.account, payment.number, date, line.number, line.sale?.po ?? '']
    const isSilent = !claim || claim.kind === 'unclear'
    const remark = claim ? `${claim.words} ${claim.reference}`.trim() : ''
    const first = csvRow([
      ...base,
      isSilent ? '' : (claim.item?.vendorPart ?? ''),
      isSilent ? '' : claim.quantity,
      decimal(line.gross),
      remark,
    ])
    return line.discount > 0n ? [first, csvRow([...base, '', '', decimal(-line.discount), 'cash discount'])] : [first]
  })
}
