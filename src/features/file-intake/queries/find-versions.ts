import type { Actor } from '@/core/actor'
import { join, raw, type Sql, select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { compareVersions, type RecordContent, type VersionChange } from '../rules/compare-versions'
import { batchesOf } from './batches-of'
import { IMPORTED_TABLES } from './imported-tables'

/** One change of a record: what it said before and after, and the import that brought the change or was undone. */
export type RecordChange = {
  key: string
  table: string
  label: string
  version: number
  cause: 'import' | 'undo'
  batchId: string
  batchNumber: number
  fileName: string
  replacedAt: Date
  currency: string | null
  changes: VersionChange[]
}

type Row = Omit<RecordChange, 'changes' | 'label' | 'currency'> & { recordId: string; content: RecordContent; next: RecordContent | null }

const RECORDS_SHOWN = 50

/** What one import changed, and what its undoing gave back; records of customers that the actor does not see are left out. */
export async function findVersionsOfBatch(actor: Actor, batchId: string): Promise<RecordChange[]> {
  return findChanges(actor, sql`v.batch_id = ${batchId}::uuid`)
}

/** How the papers of an order changed over time: the order itself, its confirmation, delivery, ship notice, receipt and invoices. */
export async function findVersionsOfOrder(actor: Actor, customerId: string, poKey: string): Promise<RecordChange[]> {
  const named = ['sales_order_line', 'delivery_line', 'order_confirmation_line', 'receipt', 'invoice', 'sent_invoice'].map(
    (table) => sql`SELECT ${table}, id FROM ${raw(table)} WHERE customer_id = ${customerId}::uuid AND po_key = ${poKey}`,
  )
  return findChanges(
    actor,
    sql`(v.table_name, v.record_id) IN (
      SELECT 'purchase_order', id FROM purchase_order WHERE customer_id = ${customerId}::uuid AND number_key = ${poKey}
      UNION ALL SELECT 'ship_notice', ship_notice_id FROM ship_notice_line WHERE customer_id = ${customerId}::uuid AND po_key = ${poKey}
      UNION ALL ${join(named, ' UNION ALL ')})`,
  )
}

async function findChanges(actor: Actor, condition: Sql): Promise<RecordChange[]> {
  const rows = await select<Row>(sql`
    SELECT v.id::text AS key, v.table_name AS "table", v.record_id::text AS "recordId", v.version, v.cause, v.content,
      b.id::text AS "batchId", b.number AS "batchNumber", b.file_name AS "fileName", v.replaced_at AS "replacedAt",
      (SELECT n.content FROM record_version n WHERE n.table_name = v.table_name AND n.record_id = v.record_id AND n.id > v.id ORDER BY n.id LIMIT 1) AS next
    FROM record_version v JOIN import_batch b ON b.id = v.batch_id
    WHERE ${condition} AND v.table_name <> 'deduction' AND (${batchesOf(actor)} OR ${scopeOf(actor, sql`(v.content ->> 'customer_id')::uuid`)})
    ORDER BY v.id DESC LIMIT ${RECORDS_SHOWN}`)
  const current = await findCurrent(rows.filter((row) => row.next === null))
  return rows.map(({ recordId, content, next, ...row }) => ({
    ...row,
    label: labelOf(content),
    currency: typeof content['currency'] === 'string' ? content['currency'] : null,
    changes: compareVersions(content, next ?? current.get(recordId) ?? {}),
  }))
}

async function findCurrent(rows: readonly Row[]): Promise<Map<string, RecordContent>> {
  const found = new Map<string, RecordContent>()
  for (const { table, parts } of IMPORTED_TABLES) {
    const ids = rows.filter((row) => row.table === table).map((row) => row.recordId)
    if (ids.length === 0) continue
    const [lines] = parts ?? []
    const withLines = lines
      ? sql` || jsonb_build_object('lines', (SELECT coalesce(jsonb_agg(to_jsonb(l)), '[]') FROM ${raw(lines.table)} l WHERE l.${raw(lines.parent)} = t.id))`
      : sql``
    const now = await select<{ id: string; content: RecordContent }>(
      sql`SELECT t.id::text, to_jsonb(t)${withLines} AS content FROM ${raw(table)} t WHERE t.id = ANY(${ids}::uuid[])`,
    )
    for (const { id, content } of now) found.set(id, content)
  }
  return found
}

const NAMED_BY = [
  'number',
  'po_number',
  'claim_number',
  'document_number',
  'account',
  'code',
  'material',
  'customer_item',
  'carrier',
  'category',
]

function labelOf(content: RecordContent): string {
  const name = NAMED_BY.map((column) => content[column]).find((value) => typeof value === 'string' && value !== '')
  const line = content['line']
  return typeof line === 'string' ? `${String(name ?? '')} / ${line}` : String(name ?? '')
}
