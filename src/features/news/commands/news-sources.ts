import { APPROVER_ROLES } from '@/features/approvals/rules/approver'
import { rolesOfTeam, TEAMS } from '@/features/tasks/rules/teams'
import { type Sql, sql } from '@/server/db/client'
import type { NewsKind } from '../rules/news'

/** A query over `heard`, the audit entries not told yet: who is to know, operation, who did it and when, kind and id of the record, customer, label. */
type NewsSource = { kind: NewsKind; rows: Sql }

const TOLD = sql`h.operation_id, h.actor_kind, h.actor_id, h.actor_name, h.at`
const TEAM_ROLES = TEAMS.flatMap((team) => rolesOfTeam(team).map((role) => ({ team, role })))

const assigned = sql`
  SELECT (h.after ->> 'owner_id')::uuid AS user_id, ${TOLD}, 'deduction' AS subject_kind, d.id AS subject_id, d.customer_id, coalesce(d.claim_number, d.number::text) AS label
  FROM heard h JOIN deduction d ON d.id = h.row_id::uuid
  WHERE h.table_name = 'deduction' AND h.event = 'deduction.assigned' AND h.after ->> 'owner_id' IS NOT NULL`

// A request goes to its owner, else to everybody who answers for the team.
const asked = sql`
  SELECT r.user_id, ${TOLD}, 'task', t.id, t.customer_id, t.title
  FROM heard h JOIN task t ON t.id = h.row_id::uuid AND t.state = 'open'
  CROSS JOIN LATERAL (
    SELECT t.owner_id AS user_id WHERE t.owner_id IS NOT NULL
    UNION SELECT u.user_id FROM user_role u JOIN unnest(${TEAM_ROLES.map(({ team }) => team)}::text[], ${TEAM_ROLES.map(({ role }) => role)}::text[]) AS one (team, role)
      ON one.role = u.role WHERE t.owner_id IS NULL AND one.team = t.team) r
  WHERE h.table_name = 'task' AND h.before IS NULL`

const answered = sql`
  SELECT t.created_by, ${TOLD}, 'task', t.id, t.customer_id, t.title FROM heard h JOIN task t ON t.id = h.row_id::uuid
  WHERE h.table_name = 'task' AND h.before IS NOT NULL AND h.after ->> 'state' = 'answered' AND t.created_by IS NOT NULL`

const mentioned = sql`
  SELECT r.user_id, ${TOLD}, c.subject_kind, c.subject_id, c.customer_id, left(c.body, 80) FROM heard h JOIN comment c ON c.id = h.row_id::uuid
  CROSS JOIN LATERAL unnest(c.mentions) AS r (user_id) WHERE h.table_name = 'comment' AND h.before IS NULL`

const approvalAsked = sql`
  SELECT u.user_id, ${TOLD}, 'approval', r.id, r.customer_id, r.label
  FROM heard h JOIN approval_request r ON r.id = h.row_id::uuid AND r.state = 'open' JOIN user_role u ON u.role = ANY(${[...APPROVER_ROLES]}::text[])
  WHERE h.table_name = 'approval_request' AND h.before IS NULL`

const decided = (state: 'approved' | 'rejected') => sql`
  SELECT r.requested_by, ${TOLD}, 'approval', r.id, r.customer_id, r.label FROM heard h JOIN approval_request r ON r.id = h.row_id::uuid
  WHERE h.table_name = 'approval_request' AND h.before IS NOT NULL AND h.after ->> 'state' = ${state}`

// The answer of a customer concerns whose deduction it is and whose customer.
const disputeAnswered = sql`
  SELECT r.user_id, ${TOLD}, 'dispute', p.id, p.customer_id, coalesce(d.claim_number, d.number::text)
  FROM heard h JOIN dispute p ON p.id = h.row_id::uuid JOIN deduction d ON d.id = p.deduction_id
  CROSS JOIN LATERAL (
    SELECT d.owner_id AS user_id WHERE d.owner_id IS NOT NULL
    UNION SELECT a.user_id FROM customer_assignment a WHERE a.customer_id = p.customer_id) r
  WHERE h.table_name = 'dispute' AND h.event = 'dispute.answered'`

const importFailed = sql`
  SELECT b.uploaded_by, ${TOLD}, 'import-batch', b.id, NULL::uuid, b.file_name FROM heard h JOIN import_batch b ON b.id = h.row_id::uuid
  WHERE h.table_name = 'import_batch' AND h.after ->> 'state' IN ('failed', 'refused') AND b.uploaded_by IS NOT NULL`

/** Everything that is told, each with who is to know. */
export const NEWS_SOURCES: readonly NewsSource[] = [
  { kind: 'assigned', rows: assigned },
  { kind: 'asked', rows: asked },
  { kind: 'answered', rows: answered },
  { kind: 'mentioned', rows: mentioned },
  { kind: 'approval-asked', rows: approvalAsked },
  { kind: 'approved', rows: decided('approved') },
  { kind: 'rejected', rows: decided('rejected') },
  { kind: 'dispute-answered', rows: disputeAnswered },
  { kind: 'import-failed', rows: importFailed },
]
