import type { CalendarDate } from '@/core/calendar-date'
import { select, sql } from '@/server/db/client'

export type SubmissionRow = {
  id: string
  packageVersion: number
  submittedOn: CalendarDate
  portalReference: string | null
  proof: { id: string; fileName: string } | null
  submittedByName: string | null
  lateReason: string | null
  createdAt: Date
}

/** What was filed, newest first. The caller has checked that the actor may see the dispute. */
export async function findSubmissions(disputeId: string): Promise<SubmissionRow[]> {
  type Found = Omit<SubmissionRow, 'proof'> & { proofId: string | null; proofName: string | null }
  const rows = await select<Found>(sql`
    SELECT s.id, k.version AS "packageVersion", s.submitted_on AS "submittedOn", s.portal_reference AS "portalReference",
      s.proof_document_id AS "proofId", doc.file_name AS "proofName", u.name AS "submittedByName", s.late_reason AS "lateReason", s.created_at AS "createdAt"
    FROM submission s JOIN dispute_package k ON k.id = s.package_id LEFT JOIN document doc ON doc.id = s.proof_document_id
    LEFT JOIN app_user u ON u.id = s.submitted_by
    WHERE s.dispute_id = ${disputeId}::uuid ORDER BY s.created_at DESC LIMIT 50`)
  return rows.map(({ proofId, proofName, ...row }) => ({
    ...row,
    proof: proofId === null ? null : { id: proofId, fileName: proofName ?? '' },
  }))
}
