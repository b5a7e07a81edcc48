import type { FieldRow } from '@/formats/fields/read-fields'
import type { JsonValue } from '@/formats/staged-row'

/** Titles of the column that names the customer in master data. */
export const CUSTOMER_TITLES = 'customer · customer code · Kunde · 客户 · 客户代码'

/** How master data names its customer: by account when it is a number, else by the customer's code. */
export function customerReference(row: FieldRow): { [field: string]: JsonValue } {
  const named = row.values['customer'] ?? null
  return named !== null && /^\d+$/.test(named) ? { account: named } : { customerHint: named }
}
