import { isZeroDecimal, negateDecimal, subtractDecimals, sumDecimals } from '@/formats/decimal-text'
import type { InspectedAdjustment } from '@/formats/inspection'
import type { MessageDraft } from '../draft-message'
import { component, type EdifactSegment } from '../edifact-segment'
import { amountIn, findIn, messageParts } from '../message-lines'

const TOTALS = ['77', '9', '86', '39', '128'] as const

/** INVOIC: lines, allowances, charges and tax against the total. A 381 is a credit note. Source: D.96A INVOIC. */
export function inspectInvoic(draft: MessageDraft): void {
  const { document } = draft
  const { header, lines, summary } = messageParts(draft, 'LIN')
  const isCreditNote = component(draft.find('BGM'), 1) === '381'
  if (document.number !== null) draft.refer(isCreditNote ? 'claim' : 'invoice', document.number)
  document.amounts.total = amountIn(draft, summary, ...TOTALS)
  const net = sumDecimals(lines.map((line) => amountIn(draft, line, '203', '66', '38') ?? '0'))
  document.amounts.gross = lines.length > 0 ? net : amountIn(draft, summary, '79', '125')

  const overall = [...allowancesIn(draft, header), ...allowancesIn(draft, summary)]
  const perLine = lines.flatMap((line) => allowancesIn(draft, line))
  const tax = amountIn(draft, summary, '176', '124') ?? '0'
  const stated = document.amounts.total
  const choices = [overall, [...overall, ...perLine], []].flatMap((adjustments) => [
    { adjustments, total: sumDecimals([document.amounts.gross ?? '0', ...adjustments.map(({ amount }) => amount), tax]) },
    { adjustments, total: sumDecimals([document.amounts.gross ?? '0', ...adjustments.map(({ amount }) => amount)]) },
  ])
  // Line amounts are net of line allowances with most senders, before them with some: whichever reaches the total was meant.
  const chosen = choices.find(({ total }) => stated === null || isZeroDecimal(subtractDecimals(total, stated))) ?? choices[0]
  document.adjustments = chosen?.adjustments ?? []
  if (document.adjustments.length > 0) document.amounts.adjustments = sumDecimals(document.adjustments.map(({ amount }) => amount))
  draft.balance(stated, document.amounts.gross === null ? null : (chosen?.total ?? null), findIn(summary, 'MOA', ...TOTALS))
}

/** ALC with the amount that follows it: A lowers, C raises. */
function allowancesIn(draft: MessageDraft, part: readonly EdifactSegment[]): InspectedAdjustment[] {
  const found: InspectedAdjustment[] = []
  part.forEach((segment, index) => {
    if (segment.tag !== 'ALC') return
    const following = part.slice(index + 1)
    const end = following.findIndex(({ tag }) => tag === 'ALC' || tag === 'LIN' || tag === 'UNS')
    const amount = amountIn(draft, end < 0 ? following : following.slice(0, end), '204', '23', '131', '8')
    if (amount === null) return
    const isAllowance = component(segment, 1) === 'A'
    const reason = component(segment, 5) || component(segment, 2) || null
    found.push({ amount: isAllowance ? negateDecimal(amount) : amount, reason, reference: null, appliesTo: null })
  })
  return found
}
