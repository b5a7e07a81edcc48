import type { DifferenceRow } from '../queries/find-difference'

/** The number people know a difference by: its order, else its delivery or invoice. */
export function differenceName(row: Pick<DifferenceRow, 'po_number' | 'delivery_key' | 'invoice_key' | 'id'>): string {
  return row.po_number ?? row.delivery_key ?? row.invoice_key ?? row.id
}
