import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { type DifferenceKind, exportNameOf } from '../rules/difference-kinds'

type Row = {
  kind: DifferenceKind
  customer: string
  po_number: string | null
  delivery_key: string | null
  invoice_key: string | null
  line: string | null
  field: string
  sap_value: string | null
  other_value: string | null
  other_source: string | null
}

export type ExportedDifference = {
  kind: string
  customer: string
  po: string | null
  delivery: string | null
  invoice: string | null
  line: number | null
  field: string
  sap: string | null
  other: string | null
  source: string | null
}

/** Every difference that is not resolved, in the shape other programs read. */
export async function exportDifferences(actor: Actor): Promise<ExportedDifference[]> {
  const rows = await select<Row>(sql`
    SELECT d.kind, c.code AS customer, d.po_number, d.delivery_key, d.invoice_key, d.line, d.field, d.sap_value, d.other_value, d.other_source
    FROM difference d JOIN customer c ON c.id = d.customer_id
    WHERE d.state <> 'resolved' AND ${scopeOf(actor, sql`d.customer_id`)} ORDER BY c.code, d.po_key, d.delivery_key, d.kind, d.line, d.id`)
  return rows.map((row) => ({
    kind: exportNameOf(row.kind),
    customer: row.customer,
    po: row.po_number,
    delivery: row.delivery_key,
    invoice: row.invoice_key,
    line: row.line === null ? null : Number(row.line),
    field: row.field,
    sap: row.sap_value,
    other: row.other_value,
    source: row.other_source,
  }))
}
