import { minorDigits, scaledToText } from '@/core/money'
import type { SetDraft } from '@/formats/x12/draft-set'
import { element, findSegment } from '@/formats/x12/read-element'
import { paymentNumber, remittanceLines, turnSigns } from '@/formats/x12/remittance-lines'
import { settleNetting } from '@/formats/x12/remittance-netting'
import type { SetReader } from '@/formats/x12/set-reading'
import { minorText, startReading } from '@/formats/x12/set-values'
import { Advice } from './advice-lines-820'
import type { RemittanceValues } from './remittance-values'

/**
 * 820 remittance advice as a row of kind 'remittance'. Deductions hide in four places: ADX, RMR with a negative RMR04,
 * RMR07/08, and a short pay without any code; each becomes a line of its own. Whether an ADX is already inside RMR04 is
 * decided by the sum that equals BPR02. Source: X12 004010 set 820: BPR, TRN, CUR, RMR, REF, ADX.
 */
export const read820: SetReader = (set, envelope) => {
  const { draft, position, row, finish, reject } = startReading(set, envelope)
  const bpr = findSegment(set, 'BPR')
  const currency = draft.text(findSegment(set, 'CUR'), 2)
  const totalMinor = minorText(draft, bpr, 2, currency)
  const number = paymentNumber(draft)
  if (number === null) return reject('TRN02', 'payment-number-missing', 'the advice has no payment number')
  if (totalMinor === null) return reject('BPR02', 'total-missing', 'the advice has no total')

  const written = remittanceLines(draft)
  const { netting } = settleNetting(written, draft.decimal(bpr, 2), set.release)
  const grouped = netting.isSignTurned ? turnSigns(written) : written
  const advice = new Advice(draft, currency, netting)
  for (const adjustment of grouped.outer) advice.addOuter(adjustment)
  for (const line of grouped.lines) advice.addLine(line)
  const computed = advice.paid()
  const values: RemittanceValues = {
    number,
    paidOn: draft.date(bpr, 16),
    currency,
    totalMinor,
    computedMinor: computed.toString(),
    method: element(bpr, 4) || null,
    source: '820',
    lines: advice.lines,
  }
  const totals = totalsOf(BigInt(totalMinor), computed, currency)
  if (totals.own !== totals.computed) noteImbalance(draft, number, totals)
  return finish([row('remittance', values, position)], totals)
}

function totalsOf(own: bigint, computed: bigint, currency: string | null): { own: string; computed: string; currency: string | null } {
  const digits = minorDigits(currency ?? 'USD')
  return { own: scaledToText(own, digits), computed: scaledToText(computed, digits), currency }
}

function noteImbalance(draft: SetDraft, number: string, totals: { own: string; computed: string }): void {
  const bpr = findSegment(draft.set, 'BPR')
  draft.problem(
    bpr,
    'BPR02',
    'remittance/does-not-balance',
    `payment ${number} states ${totals.own}, its lines add up to ${totals.computed}`,
    { stated: totals.own, computed: totals.computed },
  )
}
