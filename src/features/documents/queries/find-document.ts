import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'

export type DocumentLink = { idKind: string; idKey: string; idText: string; page: number | null; line: string | null }
/** What a delivery paper says, with the place where it says it. */
export type PaperFacts = {
  pro: string | null
  bol: string | null
  cartonsPrinted: number | null
  piecesShipped: number | null
  piecesReceived: number | null
  countBy: string | null
  countIn: string | null
  isPoVisible: boolean | null
  isSigned: boolean | null
  isStamped: boolean | null
  exceptions: string | null
  signedOn: CalendarDate | null
  citations: Record<string, string>
}
export type LinkedDeduction = { id: string; name: string; amountMinor: bigint; currency: string; category: string; idText: string }
export type LinkedOrder = { customerCode: string; number: string; numberKey: string }

export type DocumentDetail = {
  id: string
  kind: string
  fileName: string
  mediaType: string
  number: string | null
  issuedOn: CalendarDate | null
  pageCount: number
  bytes: bigint
  sha256: string
  state: string
  lines: string[][]
  customerId: string | null
  customerName: string | null
  batchId: string | null
  uploadedBy: string | null
  /** Who read it, when no machine could; `readAt` in ISO form tells one reading from the next. */
  readBy: string | null
  readAt: string | null
  createdAt: Date
  links: DocumentLink[]
  facts: PaperFacts | null
  deductions: LinkedDeduction[]
  orders: LinkedOrder[]
}

type Head = Omit<DocumentDetail, 'links' | 'facts' | 'deductions' | 'orders'>

/** One paper with its numbers, its facts and everything that its numbers lead to; null when the actor may not see it. */
export async function findDocument(actor: Actor, id: string): Promise<DocumentDetail | null> {
  const [found] = await select<Head>(sql`
    SELECT d.id::text, d.kind, d.file_name AS "fileName", f.media_type AS "mediaType", d.number, d.issued_on AS "issuedOn",
      d.page_count AS "pageCount", f.bytes, f.sha256, d.state, d.lines, d.customer_id::text AS "customerId", c.name AS "customerName",
      d.batch_id::text AS "batchId", u.name AS "uploadedBy", d.created_at AS "createdAt",
      r.name AS "readBy", to_char(d.read_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "readAt"
    FROM document d JOIN stored_file f ON f.id = d.file_id LEFT JOIN customer c ON c.id = d.customer_id LEFT JOIN app_user u ON u.id = d.uploaded_by
    LEFT JOIN app_user r ON r.id = d.read_by
    WHERE d.id = ${id}::uuid AND d.tombstoned_at IS NULL AND ${scopeOf(actor, sql`d.customer_id`)}`)
  if (!found) return null
  const { customerId } = found
  const [links, [facts], deductions, orders] = await Promise.all([
    select<DocumentLink>(sql`
      SELECT id_kind AS "idKind", id_key AS "idKey", id_text AS "idText", page, line FROM document_link
      WHERE document_id = ${id}::uuid ORDER BY id_kind, id_key`),
    select<PaperFacts>(sql`
      SELECT pro, bol, cartons_printed AS "cartonsPrinted", pieces_shipped AS "piecesShipped", pieces_received AS "piecesReceived",
        count_by AS "countBy", count_in AS "countIn", coalesce(is_po_visible, EXISTS (SELECT 1 FROM document_link l
          WHERE l.document_id = delivery_paper.document_id AND l.id_kind = 'po' AND l.line IS NOT NULL)) AS "isPoVisible", is_signed AS "isSigned", is_stamped AS "isStamped", exceptions, signed_on AS "signedOn", citations
      FROM delivery_paper WHERE document_id = ${id}::uuid`),
    findLinkedDeductions(actor, id, customerId),
    select<LinkedOrder>(sql`
      SELECT DISTINCT c.code AS "customerCode", o.number, o.number_key AS "numberKey" FROM document_link l
      JOIN purchase_order o ON (l.id_kind = 'po' AND o.number_key = l.id_key)
        OR (l.id_kind = 'delivery' AND EXISTS (SELECT 1 FROM delivery_line v WHERE v.number_key = l.id_key AND v.po_key = o.number_key
          AND v.customer_id = o.customer_id))
      JOIN customer c ON c.id = o.customer_id
      WHERE l.document_id = ${id}::uuid AND ${scopeOf(actor, sql`o.customer_id`)}
        AND (${customerId}::uuid IS NULL OR o.customer_id = ${customerId}::uuid) LIMIT 20`),
  ])
  return { ...found, links, facts: facts ?? null, deductions, orders }
}

function findLinkedDeductions(actor: Actor, id: string, customerId: string | null): Promise<LinkedDeduction[]> {
  return select<LinkedDeduction>(sql`
    SELECT DISTINCT ON (d.id) d.id::text, coalesce(d.claim_number, d.number::text) AS name, d.amount_minor AS "amountMinor", d.currency,
      d.category, l.id_text AS "idText"
    FROM document_link l JOIN deduction d ON (l.id_kind = 'po' AND d.po_key = l.id_key) OR (l.id_kind = 'invoice' AND d.invoice_key = l.id_key)
      OR (l.id_kind = 'delivery' AND d.delivery_key = l.id_key) OR (l.id_kind = 'claim' AND d.claim_key = l.id_key)
      OR (l.id_kind IN ('delivery', 'bol', 'pro') AND EXISTS (SELECT 1 FROM delivery_line v
        WHERE v.customer_id = d.customer_id AND (v.number_key = d.delivery_key OR v.po_key = d.po_key)
          AND CASE l.id_kind WHEN 'pro' THEN v.pro_key WHEN 'bol' THEN v.bol_key ELSE v.number_key END = l.id_key))
    WHERE l.document_id = ${id}::uuid AND ${scopeOf(actor, sql`d.customer_id`)}
      AND (${customerId}::uuid IS NULL OR d.customer_id = ${customerId}::uuid)
    ORDER BY d.id LIMIT 50`)
}
