import { absoluteDecimal, compareDecimals, isZeroDecimal, negateDecimal, sumDecimals } from '@/formats/decimal-text'
import type { SetDraft } from './draft-set'
import { element, findSegment } from './read-element'
import type { X12Segment } from './x12-segment'

/** An ADX with the REF, NTE … that follow it. */
export type RemittanceAdjustment = { adx: X12Segment; amount: string | null; details: X12Segment[] }

/** An RMR with what follows it up to the next RMR or ENT. Amounts are decimal text; null when absent or unreadable. */
export type RemittanceLine = {
  rmr: X12Segment
  paid: string | null
  gross: string | null
  discount: string | null
  /** RMR08, stated beside a reason in RMR07. */
  adjusted: string | null
  details: X12Segment[]
  /** ADX under the RMR: already netted in what is paid. */
  nested: RemittanceAdjustment[]
}

export type RemittanceLines = {
  lines: RemittanceLine[]
  /** ADX before the first RMR of an entity: not in any RMR. */
  outer: RemittanceAdjustment[]
}

/**
 * Groups the segments of an 820 by the line they belong to. An ADX before the first RMR of its ENT stands for itself,
 * one after an RMR belongs to it. Source: X12 004010 set 820, loops ENT, ADX and RMR.
 */
export function remittanceLines(draft: SetDraft): RemittanceLines {
  const lines: RemittanceLine[] = []
  const outer: RemittanceAdjustment[] = []
  let line: RemittanceLine | null = null
  let details: X12Segment[] = []
  for (const segment of draft.set.segments) {
    if (segment.id === 'ENT') {
      line = null
      details = []
    } else if (segment.id === 'RMR') {
      details = []
      line = readLine(draft, segment, details)
      lines.push(line)
    } else if (segment.id === 'ADX') {
      details = []
      const adjustment = { adx: segment, amount: draft.decimal(segment, 1), details }
      ;(line?.nested ?? outer).push(adjustment)
    } else if (segment.id !== 'SE') {
      details.push(segment)
    }
  }
  return { lines: lines.map((each) => withoutRepetition(draft, each)), outer }
}

/** Some senders repeat under an RMR that is paid in full what it pays: that takes nothing off. */
function withoutRepetition(draft: SetDraft, line: RemittanceLine): RemittanceLine {
  const { paid, gross } = line
  if (paid === null || paid.startsWith('-') || line.nested.length === 0) return line
  const due = gross === null ? paid : sumDecimals([gross, negateDecimal(absoluteDecimal(line.discount ?? '0'))])
  if (compareDecimals(due, paid) !== 0) return line
  const isRepeated = ({ amount }: RemittanceAdjustment) => amount !== null && compareDecimals(amount, paid) === 0
  for (const { adx } of line.nested.filter(isRepeated)) {
    draft.problem(adx, 'ADX01', 'adjustment-repeats-payment', `ADX01 repeats the ${paid} that its RMR pays in full`)
  }
  return { ...line, nested: line.nested.filter((adjustment) => !isRepeated(adjustment)) }
}

/** RMR01 of a document that is a claim of the customer rather than an invoice of ours. Source: X12 element 128. */
const CLAIM_QUALIFIERS: ReadonlySet<string> = new Set(['CM', 'DM', 'OS', 'CT'])

export function isClaimQualifier(qualifier: string): boolean {
  return CLAIM_QUALIFIERS.has(qualifier)
}

/** Trace number of the payment: TRN02, else a REF that carries it (TN transaction, CK cheque, EF electronic funds). */
export function paymentNumber(draft: SetDraft): string | null {
  const { set } = draft
  const reference = findSegment(set, 'REF', 'TN') ?? findSegment(set, 'REF', 'CK') ?? findSegment(set, 'REF', 'EF')
  return draft.text(findSegment(set, 'TRN'), 2) ?? draft.text(reference, 2)
}

/** The same lines with every ADX signed as later releases do: negative lowers the payment. */
export function turnSigns({ lines, outer }: RemittanceLines): RemittanceLines {
  const turn = (adjustment: RemittanceAdjustment): RemittanceAdjustment => ({
    ...adjustment,
    amount: adjustment.amount === null ? null : negateDecimal(adjustment.amount),
  })
  return { lines: lines.map((line) => ({ ...line, nested: line.nested.map(turn) })), outer: outer.map(turn) }
}

/** First REF with this qualifier among the details of a line or an adjustment, or null. */
export function detailReference(details: readonly X12Segment[], qualifier: string): string | null {
  const found = details.find((segment) => segment.id === 'REF' && element(segment, 1) === qualifier)
  return element(found, 2) || null
}

/**
 * What a line leaves unpaid without saying why: gross - discount - paid, less what nested ADX and RMR08 explain.
 * Null when nothing is left or the gross is not stated.
 */
export function unexplainedShortPay(line: RemittanceLine): string | null {
  if (line.gross === null || line.paid === null) return null
  // RMR08 lowers the payment whichever sign the sender gives it; ADX01 carries its own.
  const explained = [...line.nested.map(({ amount }) => amount ?? '0'), negateDecimal(absoluteDecimal(line.adjusted ?? '0'))]
  const left = sumDecimals([line.paid, negateDecimal(line.gross), absoluteDecimal(line.discount ?? '0'), ...explained.map(negateDecimal)])
  return isZeroDecimal(left) || !left.startsWith('-') ? null : left
}

function readLine(draft: SetDraft, rmr: X12Segment, details: X12Segment[]): RemittanceLine {
  return {
    rmr,
    paid: draft.decimal(rmr, 4),
    gross: draft.decimal(rmr, 5),
    discount: draft.decimal(rmr, 6),
    adjusted: draft.decimal(rmr, 8),
    details,
    nested: [],
  }
}
