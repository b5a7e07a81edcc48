import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { RequestWording } from '../rules/request-wording'
import type { SubjectKind, TaskState, Team } from '../rules/teams'

/** What a person of a department needs to answer: the question and the numbers of the shipment it is about. */
export type TaskDetail = {
  id: string
  number: number
  kind: string
  title: string
  wording: RequestWording | null
  body: string | null
  answer: string | null
  team: Team
  state: TaskState
  due_at: Date | null
  created_at: Date
  reminded_at: Date | null
  closed_at: Date | null
  version: number
  customer_id: string | null
  created_by: string | null
  asked_by: string | null
  customer_name: string | null
  subject_kind: SubjectKind
  subject_id: string
  claim_number: string | null
  po_number: string | null
  invoice_number: string | null
  delivery_key: string | null
  category: string | null
  amount_minor: bigint | null
  currency: string | null
  deadline_on: string | null
  carriers: { carrier: string | null; pro: string | null; bol: string | null }[]
}

/** One request with what it is about; null when the actor does not see its customer. */
export async function findTask(actor: Actor, id: string): Promise<TaskDetail | null> {
  const [task] = await select<TaskDetail>(sql`
    SELECT t.id::text, t.number, t.kind, t.title, t.body, t.wording, t.answer, t.team, t.state, t.due_at, t.created_at, t.reminded_at, t.closed_at, t.version,
      t.customer_id::text, t.created_by::text, u.name AS asked_by, c.name AS customer_name, t.subject_kind, t.subject_id::text,
      d.claim_number, d.po_number, d.invoice_number, d.delivery_key, d.category, d.amount_minor, d.currency, d.deadline_on,
      coalesce((SELECT jsonb_agg(DISTINCT jsonb_build_object('carrier', n.carrier, 'pro', n.pro, 'bol', n.bol))
        FROM delivery_line n WHERE n.customer_id = d.customer_id AND (n.number_key = d.delivery_key OR (d.delivery_key IS NULL AND n.po_key = d.po_key))), '[]') AS carriers
    FROM task t LEFT JOIN app_user u ON u.id = t.created_by LEFT JOIN customer c ON c.id = t.customer_id
    LEFT JOIN deduction d ON t.subject_kind = 'deduction' AND d.id = t.subject_id
    WHERE t.id = ${id}::uuid AND ${scopeOf(actor, sql`t.customer_id`)}`)
  return task ?? null
}
