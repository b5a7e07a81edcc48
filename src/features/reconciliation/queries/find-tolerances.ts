import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { DifferenceKind } from '../rules/difference-kinds'

export type ToleranceRow = {
  id: string
  customer_id: string
  customer_code: string
  customer_name: string
  kind: DifferenceKind
  share_ppm: number | null
  amount_minor: bigint | null
  currency: string | null
  valid_from: CalendarDate
  valid_to: CalendarDate | null
  /** The last day it holds by a person's word or because another took its place. */
  ended_on: CalendarDate | null
  source: string
  version: number
  /** The rule it took, or will take, the place of. */
  replaces_id: string | null
  state: 'proposed' | 'approved' | 'rejected'
  /** How many differences it accepts right now. */
  covers: number
  content_hash: string | null
  requested_by: string | null
  requested_by_name: string | null
  decided_by_name: string | null
}

const TOLERANCES_MAX = 500

/** Every rule by which differences may stay, what waits for a second person first. */
export async function findTolerances(actor: Actor): Promise<ToleranceRow[]> {
  return select<ToleranceRow>(sql`
    SELECT t.id::text, t.customer_id::text, c.code AS customer_code, c.name AS customer_name, t.kind, t.share_ppm, t.amount_minor, t.currency::text, t.valid_from, t.valid_to, t.ended_on, t.source, t.version, t.replaces_id::text, t.state,
      (SELECT count(*)::int FROM difference d WHERE d.tolerance_id = t.id AND d.state = 'accepted') AS covers,
      r.content_hash, r.requested_by::text, asked.name AS requested_by_name, decided.name AS decided_by_name
    FROM difference_tolerance t JOIN customer c ON c.id = t.customer_id
    LEFT JOIN LATERAL (SELECT * FROM approval_request x WHERE x.kind = 'difference-tolerance' AND x.subject_id = t.id ORDER BY x.requested_at DESC LIMIT 1) r ON true
    LEFT JOIN app_user asked ON asked.id = r.requested_by LEFT JOIN app_user decided ON decided.id = r.decided_by
    WHERE ${scopeOf(actor, sql`t.customer_id`)} ORDER BY t.state <> 'proposed', c.name, t.kind, t.valid_from DESC, t.id LIMIT ${TOLERANCES_MAX}`)
}
