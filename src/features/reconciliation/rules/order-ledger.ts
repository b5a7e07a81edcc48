import type { CalendarDate } from '@/core/calendar-date'
import { allocate, extend, money } from '@/core/money'
import { findFirstBreak } from './first-break'
import { COMPARED_STEPS, ORDER_LEDGER_STEPS, type OrderLedgerStep } from './order-ledger-steps'

/** The records that figures of the ledger stand in. */
export const LEDGER_RECORDS = [
  'purchase-order',
  'order-change',
  'order-confirmation',
  'sales-order',
  'delivery',
  'ship-notice',
  'proof-of-delivery',
  'receipt',
  'invoice',
  'remittance',
  'deduction',
] as const
export type LedgerRecord = (typeof LEDGER_RECORDS)[number]

/** One record's share of a figure, as the database gives it: quantity in eaches, prices in millionths, amounts in minor units. */
export type LedgerShare = {
  step: OrderLedgerStep
  /** Number of the order line; null for what belongs to the order but to none of its lines. */
  line: number | null
  record: LedgerRecord
  /** The record's page: a paper, a deduction, an invoice. */
  id: string
  number: string | null
  on: CalendarDate | null
  units: bigint | null
  /** What the price is of, where that is not what is counted. */
  priced: bigint | null
  price_micros: bigint | null
  minor: bigint | null
  batch_id: string | null
  file_name: string | null
  position: string | null
  /** Invoiced lines and payments of one invoice find each other by it. */
  invoice_id: string | null
}

/** One record's share of a figure with its amount. */
export type LedgerSource = Omit<LedgerShare, 'priced' | 'price_micros'>

/** Null where no document speaks; never anything but the sum of its sources. */
export type LedgerFigure = { units: bigint | null; minor: bigint | null; sources: readonly LedgerSource[] }

export type LedgerLineHead = { line: number; item_id: string | null; item_number: string | null; description: string | null }

export type OrderLedgerLine = {
  /** Null gathers what belongs to no line. */
  line: number | null
  item_id: string | null
  item_number: string | null
  description: string | null
  figures: Readonly<Record<OrderLedgerStep, LedgerFigure>>
  /** The first step whose count, and the first whose amount, differs from the last known one before it. */
  unitsBreak: LedgerBreak | null
  moneyBreak: LedgerBreak | null
}
export type LedgerBreak = { step: OrderLedgerStep; before: bigint; after: bigint }

export type OrderLedger = { currency: string; lines: readonly OrderLedgerLine[] }

const NOWHERE: LedgerFigure = { units: null, minor: null, sources: [] }

/**
 * The ledger of one order. Every figure is the sum of the records it names. A payment pays a whole invoice: where what was deducted
 * of its lines is all that the payments are short of, each line was paid but for that; else they share it in proportion to their net
 * amounts. A line counts as paid when the invoice was paid in full, cash discount included, or but for what was deducted of others.
 */
export function buildOrderLedger(heads: readonly LedgerLineHead[], shares: readonly LedgerShare[], currency: string): OrderLedger {
  const sources = withPayments(
    shares.map((share) => priceOf(share, currency)),
    currency,
  )
  const known = new Set(heads.map((head) => head.line))
  const lineOf = (source: LedgerSource) => (source.line !== null && known.has(source.line) ? source.line : null)
  const lines = heads.map((head) =>
    buildLine(
      head,
      sources.filter((source) => lineOf(source) === head.line),
    ),
  )
  const loose = sources.filter((source) => lineOf(source) === null)
  if (loose.length === 0) return { currency, lines }
  return { currency, lines: [...lines, { ...buildLine(NO_LINE, loose), unitsBreak: null, moneyBreak: null }] }
}

const NO_LINE = { line: null, item_id: null, item_number: null, description: null }

function priceOf({ priced, price_micros, ...share }: LedgerShare, currency: string): LedgerSource {
  const quantity = priced ?? share.units
  const worth = price_micros === null || quantity === null ? null : extend(quantity, price_micros, currency).minor
  return { ...share, minor: share.minor ?? worth }
}

function buildLine(
  head: Omit<OrderLedgerLine, 'figures' | 'unitsBreak' | 'moneyBreak'>,
  sources: readonly LedgerSource[],
): OrderLedgerLine {
  const figures = Object.fromEntries(
    ORDER_LEDGER_STEPS.map((step) => [step, addUp(sources.filter((source) => source.step === step))]),
  ) as Record<OrderLedgerStep, LedgerFigure>
  const breakIn = (values: readonly (bigint | null)[]): LedgerBreak | null => {
    const found = findFirstBreak(values)
    const step = found === null ? undefined : COMPARED_STEPS[found.at]
    return found === null || step === undefined ? null : { step, before: found.before, after: found.after }
  }
  return {
    ...head,
    figures,
    unitsBreak: breakIn(COMPARED_STEPS.map((step) => figures[step].units)),
    moneyBreak: breakIn(COMPARED_STEPS.map((step) => figures[step].minor)),
  }
}

function addUp(sources: readonly LedgerSource[]): LedgerFigure {
  if (sources.length === 0) return NOWHERE
  return { units: total(sources.map((source) => source.units)), minor: total(sources.map((source) => source.minor)), sources }
}

function total(values: readonly (bigint | null)[]): bigint | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0n)
}

function deductedOf({ line }: LedgerSource, sources: readonly LedgerSource[]): bigint {
  return total(sources.filter((one) => one.step === 'deducted' && one.line === line).map(({ minor }) => minor)) ?? 0n
}

/** What each payment gives to each line: all of them together exactly what the weights say of their sum, the last one the rest of a cent. */
function shareOut(payments: readonly LedgerSource[], weights: readonly bigint[], currency: string): bigint[][] {
  const share = (minor: bigint) => allocate(money(minor, currency), weights).map((amount) => amount.minor)
  const each = payments.map((payment) => share(payment.minor ?? 0n))
  const whole = share(payments.reduce((sum, { minor }) => sum + (minor ?? 0n), 0n))
  const before = each.slice(0, -1)
  return [...before, whole.map((amount, at) => amount - before.reduce((sum, amounts) => sum + (amounts[at] ?? 0n), 0n))]
}

// An advice names invoices, not their lines.
function withPayments(sources: readonly LedgerSource[], currency: string): LedgerSource[] {
  const billed = sources.filter((source) => source.step === 'invoiced')
  return sources.flatMap((source) => {
    if (source.step !== 'paid' || source.minor === null) return [source]
    const own = billed.filter((line) => line.invoice_id === source.invoice_id && (line.minor ?? 0n) > 0n)
    if (own.length === 0) return [source]
    const net = own.reduce((sum, line) => sum + (line.minor ?? 0n), 0n)
    const payments = sources.filter((one) => one.step === 'paid' && one.invoice_id === source.invoice_id)
    const isFirst = payments[0] === source
    const received = payments.reduce((sum, one) => sum + (one.minor ?? 0n), 0n)
    const isInFull = received >= net
    const rest = own.map((line) => (line.minor ?? 0n) - deductedOf(line, sources))
    const isExplained = !isInFull && received > 0n && rest.every((minor) => minor >= 0n) && rest.reduce((a, b) => a + b, 0n) === received
    const weights = isExplained ? rest : own.map((line) => line.minor ?? 0n)
    const amounts = shareOut(payments, weights, currency)[payments.indexOf(source)] ?? []
    return own.map((line, at) => ({
      ...source,
      line: line.line,
      units: (isInFull && isFirst) || (isExplained && isFirst && rest[at] === line.minor) ? line.units : null,
      minor: amounts[at] ?? 0n,
    }))
  })
}
