import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { comparisonKey } from '@/core/comparison-key'
import { join, type Sql, select, sql } from '@/server/db/client'
import { limitToPage } from '@/server/db/limit-to-page'
import { scopeOf } from '@/server/db/scope-of'
import type { DocumentFilter, DocumentTab } from '../schemas'
import { TO_READ } from './find-next-paper'

export type DocumentListRow = {
  id: string
  kind: string
  fileName: string
  number: string | null
  issuedOn: CalendarDate | null
  pageCount: number
  state: string
  /** A to D for delivery papers that have been read. */
  grade: string | null
  customerName: string | null
  links: number
  uploadedBy: string | null
  createdAt: Date
}

export type DocumentPage = { rows: DocumentListRow[]; total: number; counts: Readonly<Record<DocumentTab, number>>; kinds: string[] }

// A weak receipt waits for a better one, until that stands in its place.
const WEAK: Sql = sql`(d.replaced_by_id IS NULL AND EXISTS (SELECT 1 FROM delivery_paper p
  WHERE p.document_id = d.id AND p.kind = 'proof-of-delivery' AND p.grade IN ('C', 'D')))`
// An unlinked paper proves nothing: nobody finds it from a claim.
const UNLINKED: Sql = sql`NOT EXISTS (SELECT 1 FROM document_link l WHERE l.document_id = d.id)`

/** The papers of the evidence store, newest first, inside the actor's customers. */
export async function findDocuments(actor: Actor, filter: DocumentFilter): Promise<DocumentPage> {
  const conditions = conditionsOf(actor, filter)
  const [rows, [counts], kinds] = await Promise.all([
    select<DocumentListRow>(sql`
      SELECT d.id::text, d.kind, d.file_name AS "fileName", d.number, d.issued_on AS "issuedOn", d.page_count AS "pageCount", d.state,
        (SELECT p.grade FROM delivery_paper p WHERE p.document_id = d.id) AS grade,
        c.name AS "customerName", (SELECT count(*)::int FROM document_link l WHERE l.document_id = d.id) AS links, u.name AS "uploadedBy",
        d.created_at AS "createdAt"
      FROM document d LEFT JOIN customer c ON c.id = d.customer_id LEFT JOIN app_user u ON u.id = d.uploaded_by
      WHERE ${conditions} AND ${tabCondition(filter.tab)}
      ORDER BY d.created_at DESC, d.id DESC ${limitToPage(filter.page)}`),
    select<Record<DocumentTab, number>>(sql`
      SELECT count(*)::int AS "all", count(*) FILTER (WHERE ${tabCondition('needs-reading')})::int AS "needs-reading",
        count(*) FILTER (WHERE ${tabCondition('weak')})::int AS weak,
        count(*) FILTER (WHERE ${tabCondition('unlinked')})::int AS unlinked
      FROM document d LEFT JOIN customer c ON c.id = d.customer_id WHERE ${conditions}`),
    select<{ kind: string }>(sql`SELECT DISTINCT d.kind FROM document d WHERE ${scopeOf(actor, sql`d.customer_id`)} ORDER BY 1`),
  ])
  const all = counts ?? { all: 0, 'needs-reading': 0, weak: 0, unlinked: 0 }
  return { rows, total: all[filter.tab], counts: all, kinds: kinds.map(({ kind }) => kind) }
}

function tabCondition(tab: DocumentTab): Sql {
  switch (tab) {
    case 'all':
      return sql`TRUE`
    case 'needs-reading':
      return TO_READ
    case 'weak':
      return WEAK
    case 'unlinked':
      return UNLINKED
  }
}

function conditionsOf(actor: Actor, filter: DocumentFilter): Sql {
  const parts: Sql[] = [scopeOf(actor, sql`d.customer_id`), sql`d.tombstoned_at IS NULL`]
  if (filter.kind !== '') parts.push(sql`d.kind = ${filter.kind}`)
  if (filter.customer !== '') parts.push(sql`c.code = ${filter.customer}`)
  if (filter.q !== '') {
    const escape = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
    const key = `${escape(comparisonKey(filter.q))}%`
    parts.push(sql`(d.file_name ILIKE ${`%${escape(filter.q)}%`} OR comparison_key(d.number) LIKE ${key}
      OR EXISTS (SELECT 1 FROM document_link l WHERE l.document_id = d.id AND l.id_key LIKE ${key}))`)
  }
  return join(parts, ' AND ')
}
