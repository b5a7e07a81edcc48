import { money } from '@/core/money'
import { amount, type Reckoning, type Source, sourceOf } from './reckoning'
import type { InvoiceFacts } from './validity-facts'
import type { StepValue } from './verdict'

export type SumPart = { value: StepValue; source: Source }

/** Figures that stand on lines of their own, each cited by its line, and what they add up to; one alone is the figure itself. */
export function readSum(reckoning: Reckoning, labels: { line: string; total: string }, parts: readonly SumPart[], total: StepValue): void {
  const [first, second, ...more] = parts
  if (first === undefined) return
  if (second === undefined) return reckoning.read(labels.total, first.value, first.source)
  for (const part of parts) reckoning.read(labels.line, part.value, part.source)
  reckoning.steps.push({
    label: labels.total,
    value: total,
    working: { left: first.value, operator: '+', right: second.value, more: more.map(({ value }) => value) },
    cite: null,
  })
}

/** What an invoice comes to: its lines and their sum, or the total its document states when that is something else. */
export function readInvoiced(reckoning: Reckoning, invoice: InvoiceFacts): void {
  const total = amount(money(invoice.netMinor, invoice.currency))
  const goods = invoice.lines.reduce((sum, line) => sum + line.netMinor, 0n)
  if (invoice.lines.length === 0 || goods !== invoice.netMinor) return reckoning.read('invoicedAmount', total, sourceOf('invoice', invoice))
  readSum(reckoning, { line: 'invoicedLine', total: 'invoicedAmount' }, invoiceParts(invoice), total)
}

/** The net amount of each line of an invoice with its place. */
export function invoiceParts(invoice: InvoiceFacts): SumPart[] {
  return invoice.lines.map((line) => ({
    value: amount(money(line.netMinor, invoice.currency)),
    source: { ...sourceOf('invoice', { id: invoice.id, number: invoice.number, position: line.position }), line: line.line },
  }))
}
