import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { MappedCategory } from '../rules/deduction'

export type CodeMapRow = {
  id: string
  category: MappedCategory
  internalReason: string
  sapReason: string | null
  validFrom: CalendarDate
  /** Last day on which it holds; null while it goes on. */
  lastDay: CalendarDate | null
  validTo: CalendarDate | null
  state: 'proposed' | 'approved' | 'rejected'
  version: number
  contentHash: string | null
  requestedBy: string | null
  requestedByName: string | null
  requestedAt: Date | null
  decidedByName: string | null
  decidedAt: Date | null
  reason: string | null
}

/** Every map a code ever had, with who asked and who decided; the newest first. */
export async function findCodeMaps(actor: Actor, customerId: string, codeKey: string): Promise<CodeMapRow[]> {
  return select<CodeMapRow>(sql`
    SELECT m.id::text, m.category, m.internal_reason AS "internalReason", m.sap_reason AS "sapReason", m.valid_from AS "validFrom",
      m.valid_to AS "validTo", least(m.valid_to, m.replaced_from - 1) AS "lastDay", m.state, m.version, r.content_hash AS "contentHash",
      r.requested_by::text AS "requestedBy", asked.name AS "requestedByName", r.requested_at AS "requestedAt",
      decided.name AS "decidedByName", r.decided_at AS "decidedAt", r.reason
    FROM code_map m
    LEFT JOIN LATERAL (SELECT * FROM approval_request a WHERE a.kind = 'code-map' AND a.subject_id = m.id AND a.state <> 'voided'
      ORDER BY a.requested_at DESC LIMIT 1) r ON true
    LEFT JOIN app_user asked ON asked.id = r.requested_by LEFT JOIN app_user decided ON decided.id = r.decided_by
    WHERE m.customer_id = ${customerId}::uuid AND m.code_key = ${codeKey} AND ${scopeOf(actor, sql`m.customer_id`)}
    ORDER BY m.created_at DESC, m.id DESC LIMIT 100`)
}
