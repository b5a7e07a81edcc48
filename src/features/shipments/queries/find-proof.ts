import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { type GradedProof, gradeProof } from '../rules/grade-proof'
import { IS_READ, PROOF_FACTS, type ProofRow } from './proof-facts'

export type PaperName = { id: string; fileName: string }

/** What one delivery paper proves, whom to ask for a better one and how long, and which paper stands for which. */
export type ProofDetail = ProofRow &
  GradedProof & {
    /** False for a scan that waits for its reader. */
    isRead: boolean
    kind: string
    carrier: string | null
    pro: string | null
    bol: string | null
    poNumber: string | null
    /** The last day on which the carrier still has it; null when nobody knows when it was delivered. */
    keptUntil: CalendarDate | null
    keptSource: string | null
    confirmedBy: string | null
    confirmedAt: Date | null
    replacedBy: PaperName | null
    replaces: PaperName[]
  }

type Found = Omit<ProofDetail, keyof GradedProof | 'replacedBy' | 'replaces'> & { betterId: string | null; betterName: string | null }

/** The proof a document holds; null when it is no delivery paper or the actor may not see it. */
export async function findProof(actor: Actor, documentId: string): Promise<ProofDetail | null> {
  const [found] = await select<Found>(sql`
    SELECT ${PROOF_FACTS}, ${IS_READ} AS "isRead", p.kind, coalesce(v.carrier, e.carrier) AS carrier, coalesce(p.pro, v.pro) AS pro, coalesce(p.bol, v.bol) AS bol,
      v.po_number AS "poNumber", u.name AS "confirmedBy", p.confirmed_at AS "confirmedAt", r.id::text AS "betterId", r.file_name AS "betterName",
      coalesce(e.delivered_on, p.signed_on, doc.issued_on, v.issued_on)
        + step_days('carrier-archive', doc.customer_id, coalesce(v.carrier, e.carrier), current_date) AS "keptUntil",
      (SELECT c.source FROM step_clock c WHERE c.kind = 'carrier-archive' AND (c.carrier IS NULL OR c.carrier = coalesce(v.carrier, e.carrier))
        ORDER BY c.carrier IS NULL, c.valid_from DESC LIMIT 1) AS "keptSource"
    FROM delivery_paper p JOIN document doc ON doc.id = p.document_id
    LEFT JOIN document r ON r.id = doc.replaced_by_id LEFT JOIN app_user u ON u.id = p.confirmed_by
    LEFT JOIN LATERAL (SELECT x.carrier, x.pro, x.bol, x.po_number, x.issued_on, x.number_key, x.pro_key FROM delivery_line x
      WHERE x.number_key = p.delivery_key OR x.pro_key = p.pro_key OR x.bol_key = p.bol_key LIMIT 1) v ON true
    LEFT JOIN LATERAL (SELECT y.carrier, (y.happened_at AT TIME ZONE 'UTC')::date AS delivered_on FROM carrier_event y
      WHERE y.status = 'D1' AND (y.pro_key = coalesce(p.pro_key, v.pro_key) OR y.delivery_key = coalesce(p.delivery_key, v.number_key)) LIMIT 1) e ON true
    WHERE p.document_id = ${documentId}::uuid AND doc.tombstoned_at IS NULL AND ${scopeOf(actor, sql`doc.customer_id`)}`)
  if (!found) return null
  const replaces = await select<PaperName>(
    sql`SELECT d.id::text, d.file_name AS "fileName" FROM document d WHERE d.replaced_by_id = ${documentId}::uuid ORDER BY d.file_name`,
  )
  const { betterId, betterName, ...rest } = found
  const replacedBy = betterId === null || betterName === null ? null : { id: betterId, fileName: betterName }
  return { ...rest, ...gradeProof(rest), replacedBy, replaces }
}

/** The grades of some papers, by document; those without a grade are left out. */
export async function findGrades(documentIds: readonly string[]): Promise<ReadonlyMap<string, GradedProof>> {
  if (documentIds.length === 0) return new Map()
  const rows = await select<ProofRow>(sql`
    SELECT ${PROOF_FACTS} FROM delivery_paper p JOIN document doc ON doc.id = p.document_id
    WHERE p.document_id = ANY(${[...documentIds]}::uuid[]) AND ${IS_READ}`)
  return new Map(rows.map((row) => [row.documentId, gradeProof(row)]))
}
