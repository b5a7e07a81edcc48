import type { ExceptionKind, ExceptionState } from './exception-kinds'

export type DecidedException = { kind: ExceptionKind; field: string; state: ExceptionState; correctedValue: string | null }

/**
 * What we tell the customer about a line: ACK01. IA accepted, IH on hold, IP accepted with changed price, IQ with changed quantity,
 * IC with other changes, IR rejected, R2 unknown item number, R3 unit of issue, R4 item not available.
 * Source: X12 004010 element 668.
 */
export type LineReply = 'IA' | 'IH' | 'IP' | 'IQ' | 'IC' | 'IR' | 'R2' | 'R3' | 'R4'

/** BAK02: detail without change, detail with change, on hold, rejected with detail. Source: X12 004010 element 587. */
export type OrderReply = 'AD' | 'AC' | 'AH' | 'RD'

const CLOSED: readonly ExceptionState[] = ['released', 'resolved']

/** The reply to one line by everything that was found about it; what concerns the whole order concerns each line. */
export function replyToLine(exceptions: readonly DecidedException[]): LineReply {
  const alive = exceptions.filter(({ state }) => !CLOSED.includes(state))
  const rejected = alive.find(({ state }) => state === 'rejected')
  if (rejected) return rejectionOf(rejected.kind)
  if (alive.some(({ state }) => state === 'open' || state === 'held')) return 'IH'
  if (alive.length === 0) return 'IA'
  const fields = new Set(alive.map(({ field }) => field))
  if (fields.size > 1) return 'IC'
  return fields.has('price') ? 'IP' : fields.has('quantity') ? 'IQ' : 'IC'
}

/** The reply to the order by the replies to its lines. */
export function replyToOrder(lines: readonly LineReply[]): OrderReply {
  const isRejected = (code: LineReply) => code === 'IR' || code.startsWith('R')
  if (lines.length > 0 && lines.every(isRejected)) return 'RD'
  if (lines.some((code) => code === 'IH')) return 'AH'
  return lines.every((code) => code === 'IA') ? 'AD' : 'AC'
}

function rejectionOf(kind: ExceptionKind): LineReply {
  switch (kind) {
    case 'unknown-item':
      return 'R2'
    case 'unit':
      return 'R3'
    case 'item-status':
    case 'not-listed':
      return 'R4'
    default:
      return 'IR'
  }
}
