import type { SignalRow } from '../queries/find-signals'

/** The numbers a desk looks a step up by, each with its name. */
export function signalFacts(row: SignalRow, word: (key: 'delivery' | 'invoice' | 'carrier') => string): string[] {
  const facts: readonly (readonly [string, string | null])[] = [
    ['PO', row.po_number],
    [word('delivery'), row.delivery_key],
    [word('invoice'), row.invoice_key],
    [word('carrier'), row.carrier],
    ['PRO', row.pro],
    ['BOL', row.bol],
  ]
  return facts.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]))
}
